import NIOCore
import NIOEmbedded
import NIOHTTP1
import Server
import Testing

@Suite struct BodyInvitationTests {
    private static let leave = "HTTP/1.1 100 Continue\r\n\r\n"

    @Test("whoever asks for leave to send a body is given it at once")
    func asked() throws {
        let channel = try Self.channel()
        try channel.receive(Self.head(expect: "100-Continue"))
        #expect(try channel.sent() == Self.leave)
        try channel.answer("done")
        #expect(try channel.sent().hasSuffix("\r\n\r\ndone"))
    }

    @Test("others are given none", arguments: [nil, "a-miracle"])
    func unasked(expect: String?) throws {
        let channel = try Self.channel()
        try channel.receive(Self.head(expect: expect) + "ab")
        try channel.receive(Self.head(expect: "100-continue", version: "1.0"))
        #expect(try channel.sent() == "")
    }

    @Test("leave is not given in the middle of an earlier answer")
    func pipelined() throws {
        let channel = try Self.channel()
        try channel.receive(Self.head(expect: nil) + "ab" + Self.head(expect: "100-continue"))
        #expect(try channel.sent() == "")
        try channel.answer("first")
        let sent = try channel.sent()
        #expect(sent.hasSuffix("\r\n\r\nfirst" + Self.leave))
        try channel.receive("ab")
        try channel.answer("second")
        #expect(try channel.sent().hasSuffix("\r\n\r\nsecond"))
    }

    private static func head(expect: String?, version: String = "1.1") -> String {
        "POST / HTTP/\(version)\r\nhost: a\r\ncontent-length: 2\r\n"
            + (expect.map { "expect: \($0)\r\n" } ?? "") + "\r\n"
    }

    /// A connection as the server has it.
    private static func channel() throws -> EmbeddedChannel {
        let channel = EmbeddedChannel()
        let pipeline = channel.pipeline.syncOperations
        try pipeline.configureHTTPServerPipeline(
            withPipeliningAssistance: false, withErrorHandling: false)
        try pipeline.addHandler(ConnectionHandlers())
        channel.embeddedEventLoop.run()
        #expect(throws: (any Error).self) {
            try pipeline.handler(type: ConnectionHandlers.self)
        }
        return channel
    }
}

extension EmbeddedChannel {
    fileprivate func receive(_ text: String) throws {
        try writeInbound(ByteBuffer(string: text))
    }

    fileprivate func sent() throws -> String {
        var text = ""
        while let part = try readOutbound(as: ByteBuffer.self) { text += String(buffer: part) }
        return text
    }

    fileprivate func answer(_ text: String) throws {
        let headers = HTTPHeaders([("content-length", "\(text.utf8.count)")])
        try writeOutbound(
            HTTPServerResponsePart.head(.init(version: .http1_1, status: .ok, headers: headers)))
        try writeOutbound(HTTPServerResponsePart.body(.byteBuffer(ByteBuffer(string: text))))
        try writeOutbound(HTTPServerResponsePart.end(nil))
    }
}
