import Hummingbird
package import NIOCore
import Registration

/// The answer to what is no request: the parser ended before there was one to route.
package struct MalformedRequest {
    package let status: Int
    /// Names and values of its header lines.
    package let headers: [(name: String, value: String)]
    package let body: ByteBuffer

    /// The methods that some operation or page takes.
    private static let methods = "GET, HEAD, POST, PUT, DELETE"

    /// - Parameters:
    ///   - reason: in a few words.
    ///   - lacksMethod: whether it is the method alone that nobody knows.
    package init(_ reason: String, lacksMethod: Bool) {
        let requestID = RequestID().description
        let refusal =
            lacksMethod
            ? Refusal(.methodNotAllowed, "The methods that there are: \(Self.methods).")
            : Refusal(.badRequestFormat, "The request is not well-formed: \(reason).")
        var reply = ErrorAnswerMaker().reply(refusal, requestID: requestID)
        if lacksMethod { reply.headers[.allow] = Self.methods }
        reply.headers[RequestObserver.requestIDHeader] = requestID
        reply.headers[.connection] = "close"
        reply.headers[.contentLength] = String(reply.body.readableBytes)
        status = reply.status.code
        headers = reply.headers.map { ($0.name.rawName, $0.value) }
        body = reply.body
    }
}
