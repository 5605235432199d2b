import HTTPTypes
package import Hummingbird
import Issuance
import OrderCore
package import Registration
package import Web

/// What relying parties fetch over plain HTTP, open to everyone: the certificates of the CA.
package struct PublicationRoutes {
    private let authority: CertificateAuthority

    package init(authority: CertificateAuthority) {
        self.authority = authority
    }

    /// A CA certificate never changes under its name; caches may keep it for a day.
    static let cacheSeconds = 86_400

    package func add(to router: Router<CallContext>) {
        let authority = authority
        // The address in the authority information access extension (RFC 5280 §4.2.2.1): one
        // certificate in DER; beside it the same in PEM, for people.
        router.get("/ca/{file}") { _, context in
            let parts = (context.parameters.get("file") ?? "").split(separator: ".")
            guard parts.count == 2, let id = Int64(parts[0]),
                let entry = authority.certificate(ID(id))
            else { throw HTTPError(.notFound) }
            switch parts[1] {
            case "cer": return Self.file("application/pkix-cert", entry.certificate.der)
            case "pem":
                return Self.file("application/x-pem-file", Array(entry.certificate.pem.utf8))
            default: throw HTTPError(.notFound)
            }
        }
    }

    private static func file(_ type: String, _ bytes: [UInt8]) -> Response {
        Response(
            status: .ok,
            headers: [.contentType: type, .cacheControl: "public, max-age=\(cacheSeconds)"],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
    }
}
