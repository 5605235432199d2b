import APIModels
import HTTPTypes
import Hummingbird
import NIOCore

/// Turns what handlers return into replies, with the headers that every answer has.
struct AnswerMaker: Sendable {
    private static let headers: HTTPFields = [
        .cacheControl: "private, no-cache",
        .xContentTypeOptions: "nosniff",
    ]

    private let encoder = WireEncoder()

    /// The media type stands alone, without a charset: clients compare it letter by letter.
    func json(_ answer: some Encodable, status: HTTPResponse.Status) throws -> Reply {
        reply(
            status, contentType: "application/json", ByteBuffer(bytes: try encoder.encode(answer)))
    }

    /// Sent whole, or not at all to a client that has it already.
    func kept(_ answer: EncodedAnswer, tagsHeld: String?) -> Reply {
        var reply =
            answer.isHeld(tagsHeld)
            ? empty(status: .notModified)
            : reply(.ok, contentType: answer.contentType, answer.body)
        reply.headers[.eTag] = answer.tag
        if !answer.fileName.isEmpty, reply.status == .ok {
            reply.headers[.contentDisposition] = "attachment; filename=\"\(answer.fileName)\""
        }
        return reply
    }

    func empty(status: HTTPResponse.Status) -> Reply {
        Reply(status: status, headers: Self.headers, body: ByteBuffer())
    }

    func file(_ download: Download, tagsHeld: String?) -> Reply {
        kept(EncodedAnswer(download), tagsHeld: tagsHeld)
    }

    func table(_ table: CSVTable) -> Reply {
        reply(.ok, contentType: CSVTable.contentType, ByteBuffer(string: table.text))
    }

    func stream(_ text: StreamedText) -> Response {
        var headers = Self.headers
        headers[.contentType] = text.contentType
        headers[.contentDisposition] = "attachment; filename=\"\(text.fileName)\""
        return Response(status: .ok, headers: headers, body: text.body)
    }

    private func reply(
        _ status: HTTPResponse.Status, contentType: String, _ body: ByteBuffer
    ) -> Reply {
        var headers = Self.headers
        headers[.contentType] = contentType
        return Reply(status: status, headers: headers, body: body)
    }
}
