import AsyncHTTPClient
import Foundation
import NIOCore
import NIOHTTP1
import NIOPosix
import NIOSSL

/// Fetches small pages over HTTP and HTTPS.
///
/// Addresses are looked up by our own resolver, also those of hosts that a page redirects to.
/// Certificates are not judged: whoever asks for one may have none yet (Baseline Requirements
/// 3.2.2.4.18 ask for the file, not for its transport). Addresses of private networks are as good
/// as others; see the threat model.
package struct WebPages: PageFetcher {
    /// Where web servers listen.
    package struct Ports: Equatable, Sendable {
        package let http: Int
        package let https: Int

        package init(http: Int = 80, https: Int = 443) {
            self.http = http
            self.https = https
        }
    }

    package static let octetsMax = 8192
    package static let redirectsMax = 3
    static let connectSecondsMax: Int64 = 5
    static let pageSecondsMax: Int64 = 10

    private let resolver: any Resolver
    private let ports: Ports

    package init(resolver: any Resolver, ports: Ports = Ports()) {
        self.resolver = resolver
        self.ports = ports
    }

    package func text(of page: PageAddress) async throws -> String {
        var page = page
        for _ in 0...Self.redirectsMax {
            switch try await fetch(page) {
            case .text(let text): return text
            case .elsewhere(let next): page = next
            }
        }
        throw PageProblem(description: "\(page) redirects more than \(Self.redirectsMax) times")
    }

    private enum Outcome {
        case text(String)
        case elsewhere(PageAddress)
    }

    private func fetch(_ page: PageAddress) async throws -> Outcome {
        guard let address = try await resolver.addresses(of: page.host).first else {
            throw PageProblem(description: "\(page.host) has no address")
        }
        var tls = TLSConfiguration.makeClientConfiguration()
        tls.certificateVerification = .none
        var configuration = HTTPClient.Configuration(
            tlsConfiguration: tls, redirectConfiguration: .disallow,
            timeout: .init(connect: .seconds(Self.connectSecondsMax)))
        configuration.dnsOverride = [page.host: address]
        configuration.httpVersion = .http1Only
        // One client a page: it keeps the address of this one host.
        let client = HTTPClient(
            eventLoopGroup: MultiThreadedEventLoopGroup.singleton, configuration: configuration)
        let outcome: Result<Outcome, any Error>
        do {
            outcome = .success(try await fetch(page, through: client))
        } catch {
            outcome = .failure(error)
        }
        try await client.shutdown()
        return try outcome.get()
    }

    private func fetch(_ page: PageAddress, through client: HTTPClient) async throws -> Outcome {
        let port = page.scheme == "https" ? ports.https : ports.http
        var request = HTTPClientRequest(url: "\(page.scheme)://\(page.host):\(port)\(page.path)")
        request.headers.add(name: "User-Agent", value: "Chancery domain control")
        let response = try await client.execute(request, timeout: .seconds(Self.pageSecondsMax))
        switch response.status.code {
        case 200:
            let body = try await response.body.collect(upTo: Self.octetsMax)
            return .text(String(decoding: body.readableBytesView, as: UTF8.self))
        case 301, 302, 303, 307, 308:
            guard let next = page.target(response.headers.first(name: "Location")) else {
                throw PageProblem(description: "\(page) redirects to no page that is followed")
            }
            return .elsewhere(next)
        default:
            throw PageProblem(description: "\(page) answers \(response.status.code)")
        }
    }
}

extension PageAddress {
    /// Where a redirect leads: to HTTP or HTTPS at its usual port, on a host with a name.
    func target(_ location: String?) -> PageAddress? {
        guard let location, let here = URL(string: description),
            let url = URL(string: location, relativeTo: here)?.absoluteURL,
            let scheme = url.scheme?.lowercased(), scheme == "http" || scheme == "https",
            let host = url.host()?.lowercased(), host.contains(where: \.isLetter),
            !host.contains(":"), url.port == nil || url.port == (scheme == "http" ? 80 : 443)
        else { return nil }
        let query = url.query().map { "?" + $0 } ?? ""
        return PageAddress(
            scheme: scheme, host: host, path: (url.path().isEmpty ? "/" : url.path()) + query)
    }
}
