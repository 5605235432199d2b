import Foundation
import Hummingbird
import Issuance
import Logging
import NIOCore
import Transparency

/// Logs for tests over HTTP on loopback (RFC 6962 section 4), each below its own name.
package struct LogStand: Sendable {
    package let logs: [SampleLog]
    package let port: Int

    /// Where a log is found.
    package func url(of log: SampleLog) -> String { "http://127.0.0.1:\(port)/\(log.name)" }

    /// The file that names them, each with an operator of its own.
    package var listJSON: String {
        get throws {
            let operators: [[String: Any]] = logs.map { log in
                [
                    "name": "Operator of \(log.name)",
                    "logs": [
                        [
                            "description": log.name,
                            "log_id": Foundation.Data(log.key.id).base64EncodedString(),
                            "key": Foundation.Data(log.key.spki).base64EncodedString(),
                            "url": url(of: log) + "/", "mmd": 86_400,
                        ] as [String: Any]
                    ],
                ]
            }
            let octets = try JSONSerialization.data(
                withJSONObject: ["operators": operators], options: [.sortedKeys])
            return String(decoding: octets, as: UTF8.self)
        }
    }

    /// Serves as long as `body` runs.
    package static func run<Value: Sendable>(
        _ logs: [SampleLog], port: Int = 0,
        _ body: @escaping @Sendable (LogStand) async throws -> Value
    ) async throws -> Value {
        let (ports, continuation) = AsyncStream.makeStream(of: Int.self)
        let application = Application(
            router: router(logs),
            configuration: .init(address: .hostname("127.0.0.1", port: port)),
            onServerRunning: { channel in
                continuation.yield(channel.localAddress?.port ?? 0)
                continuation.finish()
            },
            logger: Logger(label: "logs") { _ in SwiftLogNoOpLogHandler() })
        return try await withThrowingTaskGroup(of: Value?.self) { group in
            group.addTask {
                try await application.run()
                return nil
            }
            group.addTask {
                var found = ports.makeAsyncIterator()
                guard let port = await found.next() else { return nil }
                return try await body(LogStand(logs: logs, port: port))
            }
            defer { group.cancelAll() }
            while let value = try await group.next() {
                if let value { return value }
            }
            throw NotServed()
        }
    }

    private struct NotServed: Error {}

    private static func router(_ logs: [SampleLog]) -> Router<BasicRequestContext> {
        let router = Router()
        for log in logs {
            let calls = router.group("\(log.name)/ct/v1")
            calls.post("add-pre-chain") { request, _ in try await add(request, to: log) }
            calls.get("get-sth") { _, _ in try head(of: log) }
            calls.get("get-entries") { request, _ in try entries(of: log, request) }
            calls.get("get-proof-by-hash") { request, _ in try proof(in: log, request) }
        }
        return router
    }

    private static func add(_ request: Request, to log: SampleLog) async throws -> Response {
        log.noteQuestion()
        switch log.mood {
        case .failing(let status, let pause):
            var headers = HTTPFields()
            headers[.retryAfter] = pause
            return Response(status: .init(code: status), headers: headers)
        case .silent: await SampleLog.eternity()
        case .babbling: return Response(status: .ok, body: .init(byteBuffer: .init(string: "ok")))
        case .honest, .forging, .strange, .ahead: break
        }
        let body = try await request.body.collect(upTo: 1 << 20)
        let sent = try JSONDecoder().decode(
            Chain.self, from: Foundation.Data(body.readableBytesView))
        // The log refuses what it cannot read.
        guard let chain = try? sent.chain.map({ try SignedCertificate(der: Array($0)) }),
            let timestamp = try? log.add(chain)  // or does not like
        else { return Response(status: .badRequest) }
        return try answer([
            "sct_version": 0, "id": text(timestamp.logID), "timestamp": timestamp.milliseconds,
            "extensions": text(timestamp.extensions),
            "signature": text(signed(timestamp.scheme, timestamp.signature)),
        ])
    }

    private struct Chain: Decodable {
        let chain: [Foundation.Data]
    }

    /// Section 4.3, the tree head signed as section 3.5 says.
    private static func head(of log: SampleLog) throws -> Response {
        let (size, root) = log.treeHead
        var octets: [UInt8] = [0, 1]
        octets += [UInt8](repeating: 0, count: 8)
        octets += (0..<8).reversed().map { UInt8(truncatingIfNeeded: size >> (8 * $0)) } + root
        return try answer([
            "tree_size": size, "timestamp": 0, "sha256_root_hash": text(root),
            "tree_head_signature": text(signed(log.scheme, try log.sign(octets))),
        ])
    }

    /// Section 4.6, without the chains.
    private static func entries(of log: SampleLog, _ request: Request) throws -> Response {
        let start = request.uri.queryParameters.get("start", as: Int.self) ?? 0
        let end = request.uri.queryParameters.get("end", as: Int.self) ?? 0
        guard start >= 0, end >= start else { return Response(status: .badRequest) }
        return try answer([
            "entries": log.leaves(start..<(end + 1)).map { ["leaf_input": text($0)] }
        ])
    }

    /// Section 4.5.
    private static func proof(in log: SampleLog, _ request: Request) throws -> Response {
        guard let text = request.uri.queryParameters.get("hash"),
            let hash = Foundation.Data(base64Encoded: text),
            let (place, path) = log.proof(ofLeaf: Array(hash))
        else { return Response(status: .notFound) }
        return try answer(["leaf_index": place, "audit_path": path.map(Self.text)])
    }

    private static func signed(
        _ scheme: SignedTimestamp.Scheme, _ signature: [UInt8]
    ) -> [UInt8] {
        [UInt8(scheme.rawValue >> 8), UInt8(scheme.rawValue & 0xFF)]
            + [UInt8(signature.count >> 8), UInt8(signature.count & 0xFF)] + signature
    }

    private static func text(_ octets: [UInt8]) -> String {
        Foundation.Data(octets).base64EncodedString()
    }

    private static func answer(_ members: [String: Any]) throws -> Response {
        let octets = try JSONSerialization.data(withJSONObject: members)
        return Response(
            status: .ok, headers: [.contentType: "application/json"],
            body: .init(byteBuffer: ByteBuffer(bytes: octets)))
    }
}
