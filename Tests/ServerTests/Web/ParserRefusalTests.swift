import Foundation
import NIOCore
import NIOEmbedded
import NIOHTTP1
import Server
import Testing

@Suite struct ParserRefusalTests {
    @Test(
        "what is no request is answered in the form of every other error, and is the last",
        arguments: [
            ("FOO / HTTP/1.1\r\nhost: a\r\n\r\n", "HTTP/1.1 405 Method Not Allowed"),
            ("GET / HTTP/9.9\r\nhost: a\r\n\r\n", "HTTP/1.1 400 Bad Request"),
            ("GET / HTTP/1.1\r\nbad header: a\r\n\r\n", "HTTP/1.1 400 Bad Request"),
            ("POST / HTTP/1.1\r\ncontent-length: x\r\n\r\n", "HTTP/1.1 400 Bad Request"),
        ])
    func refused(request: String, status: String) throws {
        let channel = try Self.channel()
        // The decoder tells whoever writes as well.
        _ = try? channel.writeInbound(ByteBuffer(string: request))
        channel.embeddedEventLoop.run()
        let sent = try Self.sent(channel)
        #expect(sent.hasPrefix(status + "\r\n"))
        #expect(sent.contains("\r\nConnection: close\r\n") || sent.contains("connection: close"))
        let body = try #require(sent.components(separatedBy: "\r\n\r\n").last)
        let answer = try #require(
            try JSONSerialization.jsonObject(with: Data(body.utf8)) as? [String: Any])
        let errors = try #require(answer["errors"] as? [[String: String]])
        #expect(errors.count == 1)
        #expect(errors[0]["message"]?.isEmpty == false)
        #expect(!channel.isActive)
    }

    @Test("an answer that is on its way is not broken by another one")
    func unanswered() throws {
        let channel = try Self.channel()
        // The decoder tells whoever writes as well.
        _ = try? channel.writeInbound(
            ByteBuffer(string: "GET / HTTP/1.1\r\nhost: a\r\n\r\nFOO / HTTP/1.1\r\n\r\n"))
        channel.embeddedEventLoop.run()
        #expect(try Self.sent(channel) == "")
    }

    private static func sent(_ channel: EmbeddedChannel) throws -> String {
        var text = ""
        while let part = try channel.readOutbound(as: ByteBuffer.self) {
            text += String(buffer: part)
        }
        return text
    }

    private static func channel() throws -> EmbeddedChannel {
        let channel = EmbeddedChannel()
        try channel.connect(to: try SocketAddress(ipAddress: "127.0.0.1", port: 1)).wait()
        let pipeline = channel.pipeline.syncOperations
        try pipeline.configureHTTPServerPipeline(
            withPipeliningAssistance: false, withErrorHandling: false)
        try pipeline.addHandler(ConnectionHandlers())
        channel.embeddedEventLoop.run()
        return channel
    }
}
