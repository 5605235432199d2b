import APIModels
import HTTPTypes
import Hummingbird

/// Turns what handlers return into replies, with the headers that every answer has.
struct AnswerMaker: Sendable {
    private static let headers: HTTPFields = [
        .cacheControl: "private, no-cache",
        .xContentTypeOptions: "nosniff",
    ]

    private let encoder = WireEncoder()

    /// The media type stands alone, without a charset: clients compare it letter by letter.
    func json(_ answer: some Encodable, status: HTTPResponse.Status) throws -> Reply {
        reply(status, contentType: "application/json", try encoder.encode(answer))
    }

    func empty(status: HTTPResponse.Status) -> Reply {
        Reply(status: status, headers: Self.headers, body: [])
    }

    func file(_ download: Download) -> Reply {
        var reply = reply(.ok, contentType: download.contentType, download.bytes)
        reply.headers[.contentDisposition] = "attachment; filename=\"\(download.fileName)\""
        return reply
    }

    func table(_ table: CSVTable) -> Reply {
        reply(.ok, contentType: CSVTable.contentType, Array(table.text.utf8))
    }

    func stream(_ text: StreamedText) -> Response {
        var headers = Self.headers
        headers[.contentType] = text.contentType
        headers[.contentDisposition] = "attachment; filename=\"\(text.fileName)\""
        return Response(status: .ok, headers: headers, body: text.body)
    }

    private func reply(
        _ status: HTTPResponse.Status, contentType: String, _ bytes: [UInt8]
    ) -> Reply {
        var headers = Self.headers
        headers[.contentType] = contentType
        return Reply(status: status, headers: headers, body: bytes)
    }
}
