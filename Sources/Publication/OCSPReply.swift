package import HTTPTypes
import Hummingbird
import Issuance
package import NIOCore

/// What is told of a question, whatever carries it.
package struct OCSPReply: Sendable {
    package let status: HTTPResponse.Status
    package let headers: HTTPFields
    package let body: ByteBuffer

    /// An answer that is kept, for whoever has it or not.
    init(_ file: PublishedFile, heldUnder conditions: FileConditions) {
        let isHeld = file.isHeld(conditions)
        status = isHeld ? .notModified : .ok
        headers = file.headers
        body = isHeld ? ByteBuffer() : file.octets
    }

    /// An answer that was made for one client, who has no use for it twice.
    init(passing octets: [UInt8]) {
        self.init(.ok, ByteBuffer(bytes: octets))
    }

    init(_ failure: OCSPFailure, _ status: HTTPResponse.Status = .ok) {
        self.init(status, ByteBuffer(bytes: failure.octets))
    }

    private init(_ status: HTTPResponse.Status, _ body: ByteBuffer) {
        self.status = status
        headers = [.contentType: Self.contentType, .cacheControl: "no-store"]
        self.body = body
    }

    static let contentType = "application/ocsp-response"

    var response: Response {
        Response(
            status: status, headers: headers,
            body: status == .notModified ? ResponseBody() : ResponseBody(byteBuffer: body))
    }
}
