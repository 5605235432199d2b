import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Issuance
import Logging
import NIOCore
import OrderCore
import Registration
import Server
import Synchronization
import TestKit
import Testing
import Web

/// After a whole life of orders, nothing that opens anything lies about in clear.
@Suite("Nothing secret at rest in clear")
struct SecretsAtRestTests {
    private static let passphrase = "correct horse battery staple 4711"

    @Test("neither the data folder nor the log nor the metrics hold a secret")
    func grep() async throws {
        let scratch = try ScratchFolder()
        let folder = scratch.path + "data"
        let lines = LineCollector()
        let settings = try await Settings.read(
            dataFolder: folder, flags: ["sealing.passphrase": Self.passphrase], file: nil)
        var secrets = [Self.passphrase]
        let opened = try await Installation.open(settings)
        let author = Author(.operator, name: "test", operation: "test")
        try await Author.$current.withValue(author) {
            secrets.append(try #require(try await opened.foundIfNew()))
            secrets.append(try await opened.keyDesk.create(name: "k", role: .unrestricted).key)
        }
        let key = secrets[1]
        let registry = try await opened.registry()
        let server = WebServer(registry: registry, limits: [])
        let logger = Logger(label: "test") { _ in CollectingLog(lines: lines) }
        let found = Mutex<[String]>([])
        try await Application(router: server.router, logger: logger).test(.router) { client in
            let life = SecretLife(client: client, key: key)
            let told = try await life.run()
            found.withLock { $0 = told }
            let sealing = AuditSealing(
                database: registry.database, key: registry.auditKey, clock: registry.clock)
            _ = try await sealing.runOnce(ledger: try registry.signings?.newMark()?.text)
        }
        secrets += found.withLock { $0 }
        // A key of an ACME client and one of a subaccount, beside those from above.
        #expect(secrets.count == 5)
        // The write-ahead log is there as long as the database is open.
        let files = try Self.files(in: folder)
        #expect(files.contains { $0.name.hasSuffix("-wal") })
        #expect(files.contains { $0.name.hasSuffix(".key") })
        #expect(files.contains { $0.name.hasSuffix(".signings") })
        Self.expectNone(of: secrets, in: files)
        #expect(!lines.text.isEmpty)
        for secret in secrets { #expect(!lines.text.contains(secret)) }
        try await opened.close()
        Self.expectNone(of: secrets, in: try Self.files(in: folder))
    }

    private struct File {
        let name: String
        let content: Data
    }

    private static func files(in folder: String) throws -> [File] {
        let paths = try FileManager.default.subpathsOfDirectory(atPath: folder)
        return try paths.compactMap { path in
            let url = URL(filePath: folder).appending(path: path)
            guard try url.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile == true else {
                return nil
            }
            return File(name: path, content: try Data(contentsOf: url))
        }
    }

    private static func expectNone(of secrets: [String], in files: [File]) {
        for file in files {
            for secret in secrets {
                #expect(file.content.range(of: Data(secret.utf8)) == nil, "\(file.name)")
            }
            #expect(file.content.range(of: Data("PRIVATE KEY".utf8)) == nil, "\(file.name)")
            for start in privateKeyStarts {
                #expect(file.content.range(of: Data(start)) == nil, "\(file.name)")
            }
        }
    }

    /// How the private halves of keys on P-256 and P-384 begin in DER, up to the secret number (RFC
    /// 5915): version 1, then 32 or 48 octets.
    private static let privateKeyStarts: [[UInt8]] = [
        [0x6B, 0x02, 0x01, 0x01, 0x04, 0x20], [0x9E, 0x02, 0x01, 0x01, 0x04, 0x30],
        [0x77, 0x02, 0x01, 0x01, 0x04, 0x20], [0xA4, 0x02, 0x01, 0x01, 0x04, 0x30],
    ]
}

/// Orders from their placing to their revocation, and all that gives a secret out.
private struct SecretLife {
    let client: any TestClientProtocol
    let key: String

    /// Returns the secrets that the answers told.
    func run() async throws -> [String] {
        var secrets: [String] = []
        _ = try await send(.post, "/order/certificate/ssl_plus", SampleBody.order())
        _ = try await send(
            .post, "/order/certificate/1/reissue", SampleBody.certificate(), name: "once")
        _ = try await send(.put, "/order/certificate/1/revoke", #"{"skip_approval":true}"#)
        let acme = try await send(
            .post, "/key/acme-eab",
            #"{"name":"web","product_name_id":"ssl_plus","organization_id":1,"validity_years":1}"#)
        secrets += [acme["ext_act_hmac"]].compactMap { $0 as? String }
        let account = try await send(
            .post, "/account",
            """
            {"account_type":"managed","user":{"first_name":"Sub","last_name":"Account",
            "email":"child@example.com"},"organization":{"name":"child","address":"1 Road",
            "zip":"1","city":"Town","state":"State","country":"us","telephone":"1"}}
            """, name: "twice")
        secrets += [account["api_key"]].compactMap { $0 as? String }
        _ = try await send(.get, "/audit-log", nil)
        let metrics = try await client.execute(uri: "/metrics", method: .get)
        let text = String(buffer: metrics.body)
        #expect(metrics.status == .ok)
        for secret in secrets + [key] { #expect(!text.contains(secret)) }
        return secrets
    }

    private func send(
        _ method: HTTPRequest.Method, _ path: String, _ body: String?, name: String? = nil
    ) async throws -> [String: Any] {
        var headers: HTTPFields = [.contentType: "application/json"]
        headers[.init("X-DC-DEVKEY")!] = key
        headers[.init("Idempotency-Key")!] = name
        let response = try await client.execute(
            uri: "/services/v2" + path, method: method, headers: headers,
            body: body.map { ByteBuffer(string: $0) })
        let text = String(buffer: response.body)
        #expect((200..<300).contains(response.status.code), "\(path): \(text)")
        let object = try? JSONSerialization.jsonObject(with: Data(text.utf8))  // 204 has none
        return object as? [String: Any] ?? [:]
    }
}

private final class LineCollector: Sendable {
    private let lines = Mutex<[String]>([])

    var text: String { lines.withLock { $0.joined(separator: "\n") } }

    func add(_ line: String) {
        lines.withLock { $0.append(line) }
    }
}

/// Keeps all that is logged, at every level.
private struct CollectingLog: LogHandler {
    let lines: LineCollector
    var logLevel = Logger.Level.trace
    var metadata: Logger.Metadata = [:]
    var metadataProvider: Logger.MetadataProvider?

    init(lines: LineCollector) {
        self.lines = lines
    }

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
        let added = event.metadata.map { "\($0)" } ?? ""
        lines.add("\(event.level) \(event.message) \(metadata) \(added)")
    }
}
