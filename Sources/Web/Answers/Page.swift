import HTTPTypes
package import Hummingbird
import NIOCore

/// An answer that stays the same as long as the server runs, encoded once.
package struct Page: Sendable {
    private let answer: EncodedAnswer
    private let headers: HTTPFields
    private let contentType: String

    /// - Parameter policy: what a browser may do with it (Content Security Policy).
    package init(contentType: String, bytes: [UInt8], policy: String = "default-src 'none'") {
        answer = EncodedAnswer(bytes: bytes)
        self.contentType = contentType
        headers = [
            .cacheControl: "public, max-age=\(Self.cacheSeconds)",
            .contentSecurityPolicy: policy, .eTag: answer.tag, .xContentTypeOptions: "nosniff",
        ]
    }

    /// A server that was brought up to date is seen as such soon.
    static let cacheSeconds = 60

    package func answer(to request: Hummingbird.Request) -> Response {
        guard !answer.isHeld(request.headers[.ifNoneMatch]) else {
            return Response(status: .notModified, headers: headers)
        }
        var headers = headers
        headers[.contentType] = contentType
        return Response(
            status: .ok, headers: headers, body: ResponseBody(byteBuffer: answer.body))
    }
}
