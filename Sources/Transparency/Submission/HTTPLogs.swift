import AsyncHTTPClient
import Foundation
package import Issuance
import NIOCore
import NIOHTTP1
import NIOPosix

/// Logs, asked over HTTP.
///
/// Addresses of private networks are as good as others: the owner of the house named each log.
/// Redirects are not followed, since what is signed here goes where the list says.
package struct HTTPLogs: LogClient {
    /// A timestamp takes some 400 octets; words about a refusal may take more.
    package static let answerOctetsMax = 16 << 10
    package static let answerSecondsUsual: Int64 = 10
    static let connectSecondsMax: Int64 = 4
    static let quotedCharactersMax = 200

    /// Connections are kept from one certificate to the next, for as long as the process lives.
    private static let client: HTTPClient = {
        var configuration = HTTPClient.Configuration(
            redirectConfiguration: .disallow,
            timeout: .init(connect: .seconds(connectSecondsMax)))
        configuration.decompression = .disabled
        return HTTPClient(
            eventLoopGroup: MultiThreadedEventLoopGroup.singleton, configuration: configuration)
    }()

    private let answerSeconds: Int64

    /// - Parameter answerSeconds: how long an answer is waited for.
    package init(answerSeconds: Int64 = Self.answerSecondsUsual) {
        self.answerSeconds = answerSeconds
    }

    package func add(
        _ chain: [SignedCertificate], to log: TransparencyLog
    ) async throws(LogProblem) -> SignedTimestamp {
        let status: Int
        let pause: TimeInterval?
        let body: [UInt8]
        do {
            var request = HTTPClientRequest(url: log.url + "/ct/v1/add-pre-chain")
            request.method = .POST
            request.headers.add(name: "Content-Type", value: "application/json")
            request.headers.add(name: "User-Agent", value: "Chancery")
            request.body = .bytes(ByteBuffer(bytes: try Question(chain).octets))
            let response = try await Self.client.execute(
                request, timeout: .seconds(answerSeconds))
            status = Int(response.status.code)
            // A date instead of seconds is as good as nothing said.
            pause = response.headers.first(name: "Retry-After").flatMap { TimeInterval($0) }
            body = Array(
                try await response.body.collect(upTo: Self.answerOctetsMax).readableBytesView)
        } catch {
            throw .failed(String(describing: error))
        }
        switch status {
        case 200: return try Answer.timestamp(in: body)
        case 429, 503: throw .busy(status: status, pauseSeconds: pause)
        case 408, 500...599: throw .failed("\(status)")
        default: throw .refused(status: status, text: Self.quotation(of: body))
        }
    }

    /// What a log said, fit for a terminal and for a database: without control characters.
    static func quotation(of body: [UInt8]) -> String {
        String(decoding: body, as: UTF8.self).unicodeScalars
            .split { [.control, .format].contains($0.properties.generalCategory) }
            .map { String($0) }.joined(separator: " ").prefix(quotedCharactersMax).description
    }

    private struct Question: Encodable {
        let chain: [Foundation.Data]

        init(_ chain: [SignedCertificate]) {
            self.chain = chain.map { Foundation.Data($0.der) }
        }

        var octets: [UInt8] { get throws { Array(try JSONEncoder().encode(self)) } }
    }

    private struct Answer: Decodable {
        let version: UInt64
        let id: Foundation.Data
        let timestamp: UInt64
        let extensions: Foundation.Data?
        let signature: Foundation.Data

        enum CodingKeys: String, CodingKey {
            case version = "sct_version"
            case id
            case timestamp
            case extensions
            case signature
        }

        static func timestamp(in body: [UInt8]) throws(LogProblem) -> SignedTimestamp {
            let answer: Answer
            do {
                answer = try JSONDecoder().decode(Answer.self, from: Foundation.Data(body))
            } catch {
                throw .unreadable(HTTPLogs.quotation(of: body))
            }
            guard answer.version == 0 else { throw .lied(.versionUnknown) }
            do {
                return try SignedTimestamp(
                    logID: Array(answer.id), milliseconds: answer.timestamp,
                    extensions: Array(answer.extensions ?? Foundation.Data()),
                    signed: Array(answer.signature))
            } catch {
                throw .lied(error)
            }
        }
    }
}
