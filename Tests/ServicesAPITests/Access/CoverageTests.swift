import APIModels
import Foundation
import HTTPTypes
import Hummingbird
import NIOCore
import Server
import Testing
import TestKit
import Web

@Suite("Every operation is served, described and guarded")
struct CoverageTests {
    @Test("the routes are those of the contract, and each needs a right")
    func routes() async throws {
        let installation = try await SampleInstallation()
        let server = WebServer(registry: installation.registry, limits: [])
        #expect(Set(server.table.rights.keys) == Set(EndpointCatalog.all))
        let routed = server.router.routes.map { "\($0.method.rawValue) \($0.path)" }
            .filter { $0.contains("/services/v2/") }
        let described = EndpointCatalog.all.map { signature in
            let segments = (EndpointCatalog.root + signature.path).split(separator: "/")
            let path = segments.enumerated().map { $1.hasPrefix("{") ? "/{p\($0)}" : "/" + $1 }
            return "\(signature.method.rawValue) \(path.joined())"
        }
        // The description itself is no operation.
        let all = described + ["GET /services/v2/openapi.json"]
        #expect(Set(routed) == Set(all))
        #expect(routed.count == all.count)
    }

    @Test("each operation is found by its path without the router, and under the same name")
    func tree() async throws {
        let installation = try await SampleInstallation()
        let server = WebServer(registry: installation.registry, limits: [])
        let routes = Set(server.router.routes.map(\.path.description))
        for signature in EndpointCatalog.all {
            let template = EndpointCatalog.root + signature.path
            let path = template.replacing(/\{[a-z_]+\}/, with: "a%2Fb")
            let (operation, segments) = try #require(
                server.table.operations.operation(for: request(signature.method.rawValue, path)))
            #expect(routes.contains(operation.route))
            #expect(operation.route.split(separator: "/").count == path.split(separator: "/").count)
            let names = template.matches(of: /\{([a-z_]+)\}/).map { String($0.1) }
            #expect(segments == Dictionary(uniqueKeysWithValues: names.map { ($0, "a/b") }))
        }
    }

    @Test(
        "what is no operation is left to the router",
        arguments: [
            ("HEAD", "/services/v2/order/certificate/1"), ("POST", "/services/v2/order"),
            ("GET", "/services/v2"), ("GET", "/"), ("GET", "/services/v2/order/certificate/1/x"),
            ("GET", "/services/v2/Order/certificate/1"), ("GET", "/ca/1.pem"),
        ])
    func noOperation(_ method: String, _ path: String) async throws {
        let server = WebServer(
            registry: try await SampleInstallation().registry, limits: [])
        #expect(server.table.operations.operation(for: request(method, path)) == nil)
    }

    private func request(_ method: String, _ path: String) -> Request {
        Request(
            head: HTTPRequest(
                method: HTTPRequest.Method(method)!, scheme: "http", authority: "localhost",
                path: path),
            body: RequestBody(buffer: ByteBuffer()))
    }

    @Test("each route has a line in the access matrix, and no line is left over")
    func matrix() throws {
        let folder = URL(filePath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "Transcripts")
        let matrix = try String(
            contentsOf: folder.appending(path: AccessMatrixTests.file), encoding: .utf8)
        let lines = matrix.split(separator: "\n").dropFirst().compactMap { line in
            line.firstRange(of: "  ").map { String(line[..<$0.lowerBound]) }
        }
        #expect(lines.sorted() == EndpointCatalog.all.map(\.description).sorted())
    }

    @Test("each operation is called in a kept transcript")
    func transcripts() throws {
        let folder = URL(filePath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "Transcripts")
        let files = try FileManager.default.contentsOfDirectory(
            at: folder, includingPropertiesForKeys: nil)
        let called = try files.flatMap { file in
            try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
                .filter { $0.contains(/^> (GET|P|DELETE)/) }
                .map { $0.dropFirst(2).split(separator: "?")[0] }
        }
        let missing = EndpointCatalog.all.filter { signature in
            !called.contains { Self.matches($0, signature) }
        }
        #expect(missing.map(\.description) == [])
    }

    private static func matches(_ call: Substring, _ signature: Signature) -> Bool {
        let parts = call.split(separator: " ")
        guard parts.count == 2, parts[0] == signature.method.rawValue else { return false }
        let path = parts[1].split(separator: "/")
        let template = (EndpointCatalog.root + signature.path).split(separator: "/")
        return path.count == template.count
            && zip(path, template).allSatisfy { $1.hasPrefix("{") || $0 == $1 }
    }
}
