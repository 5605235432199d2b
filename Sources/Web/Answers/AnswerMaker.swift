import APIModels
import HTTPTypes
import Hummingbird
import NIOCore

/// Turns what handlers return into responses, with the headers that every answer has.
struct AnswerMaker: Sendable {
    private static let headers: HTTPFields = [
        .cacheControl: "private, no-cache",
        .xContentTypeOptions: "nosniff",
    ]

    private let encoder = WireEncoder()

    /// The media type stands alone, without a charset: clients compare it letter by letter.
    func json(_ answer: some Encodable, status: HTTPResponse.Status) throws -> Response {
        response(status, contentType: "application/json", try encoder.encode(answer))
    }

    func empty(status: HTTPResponse.Status) -> Response {
        Response(status: status, headers: Self.headers)
    }

    func file(_ download: Download) -> Response {
        var response = response(.ok, contentType: download.contentType, download.bytes)
        response.headers[.contentDisposition] =
            "attachment; filename=\"\(download.fileName)\""
        return response
    }

    private func response(
        _ status: HTTPResponse.Status, contentType: String, _ bytes: [UInt8]
    ) -> Response {
        var headers = Self.headers
        headers[.contentType] = contentType
        return Response(
            status: status, headers: headers,
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
    }
}
