import Foundation
import NIOCore
import NIOEmbedded
import NIOHTTP1
import Server

/// A connection as the server has it, up to where the framework begins: the test is the client, and
/// the framework, too.
struct ParsedConnection {
    private let channel = NIOAsyncTestingChannel()
    let witness = ConnectionWitness()

    init(_ exchange: OCSPExchange) async throws {
        try await channel.connect(to: try SocketAddress(ipAddress: "192.0.2.7", port: 1)).get()
        try await channel.testingEventLoop.executeInContext { [channel, witness] in
            let pipeline = channel.pipeline.syncOperations
            try pipeline.addHandler(ConnectionWitness.Outer(witness))
            try pipeline.configureHTTPServerPipeline(
                withPipeliningAssistance: false, withErrorHandling: false)
            try pipeline.addHandler(ConnectionHandlers(ocsp: exchange))
            try pipeline.addHandler(ConnectionWitness.Inner(witness))
        }
        await channel.testingEventLoop.run()
    }

    func send(_ octets: [UInt8]) async throws {
        try await channel.writeInbound(ByteBuffer(bytes: octets))
        await channel.testingEventLoop.run()
    }

    func send(_ text: String) async throws { try await send(Array(text.utf8)) }

    /// The end of what the client sends.
    func end() async throws {
        try await channel.testingEventLoop.executeInContext { [channel] in
            channel.pipeline.fireUserInboundEventTriggered(ChannelEvent.inputClosed)
        }
    }

    /// The connection is gone.
    func close() async throws {
        try await channel.close()
        await channel.testingEventLoop.run()
    }

    /// The framework wants more.
    func read() async throws {
        try await channel.testingEventLoop.executeInContext { [channel] in channel.read() }
    }

    /// What the client has been sent by now.
    func sent() async throws -> [UInt8] {
        var octets: [UInt8] = []
        while let part = try await channel.readOutbound(as: ByteBuffer.self) {
            octets += part.readableBytesView
        }
        return octets
    }

    /// The next answer of which nothing was read yet, however long it takes.
    func answer() async throws -> Answer {
        var octets: [UInt8] = []
        while true {
            octets += try await channel.waitForOutboundWrite(as: ByteBuffer.self).readableBytesView
            octets += try await sent()
            if let answer = Answer(octets) { return answer }
        }
    }

    /// The heads of the requests that the framework has been handed since it was last asked.
    func handedOn() async throws -> [String] {
        var heads: [String] = []
        while let part = try await channel.readInbound(as: HTTPServerRequestPart.self) {
            if case .head(let head) = part { heads.append("\(head.method) \(head.uri)") }
        }
        return heads
    }

    /// The framework answers.
    func reply(_ text: String) async throws {
        let head = HTTPResponseHead(
            version: .http1_1, status: .ok, headers: ["content-length": "\(text.utf8.count)"])
        for part: HTTPServerResponsePart in [
            .head(head), .body(.byteBuffer(ByteBuffer(string: text))), .end(nil),
        ] {
            try await channel.writeOutbound(part)
        }
    }

    var isOpen: Bool {
        get async throws {
            await channel.testingEventLoop.run()
            return channel.isActive
        }
    }

    struct Answer {
        let status: Int
        let fields: [String: String]
        let body: [UInt8]

        /// Nil where some of it is still to come.
        init?(_ octets: [UInt8]) {
            guard let gap = octets.firstRange(of: Array("\r\n\r\n".utf8)) else { return nil }
            let lines = String(decoding: octets[..<gap.lowerBound], as: UTF8.self)
                .components(separatedBy: "\r\n")
            status = Int(lines[0].split(separator: " ")[1]) ?? 0
            fields = Dictionary(
                lines.dropFirst().map { line in
                    let parts = line.split(separator: ":", maxSplits: 1)
                    return (parts[0].lowercased(), String(parts[1].dropFirst()))
                }, uniquingKeysWith: { $0 + ", " + $1 })
            body = Array(octets[gap.upperBound...])
            guard body.count >= Int(fields["content-length"] ?? "0") ?? 0 else { return nil }
        }
    }
}
