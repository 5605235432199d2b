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

    /// A CA certificate never changes under its name; caches may keep it for a day. A cross
    /// certificate that is revoked may still be in them.
    static let cacheSeconds = 86_400
    /// Others may sign for the same key at any time, which is then added.
    static let collectionCacheSeconds = 3600

    package func add(to router: Router<CallContext>) {
        let authority = authority
        // The address in the authority information access extension (RFC 5280 §4.2.2.1): one
        // certificate in DER; beside it all that were issued for the same key and name, as PKCS #7,
        // and the same certificate in PEM, for people.
        router.get("/ca/{file}") { _, context in
            let (id, form) = try Self.parts(context)
            let roster = authority.roster
            guard let entry = roster[ID(id)] else { throw HTTPError(.notFound) }
            guard form == "p7c" else { return try Self.file(entry.certificate, form) }
            let all = [entry.certificate] + roster.crossCertificates(for: entry)
            return Self.file(
                "application/pkcs7-mime", CertificateBundle(all).pkcs7,
                cacheSeconds: Self.collectionCacheSeconds)
        }
        router.get("/ca/cross/{file}") { _, context in
            let (id, form) = try Self.parts(context)
            let published = authority.roster.crossCertificates.filter { $0.end == nil }
            guard let entry = published.first(where: { $0.id == ID(id) }) else {
                throw HTTPError(.notFound)
            }
            return try Self.file(entry.certificate, form)
        }
    }

    private static func parts(_ context: CallContext) throws -> (id: Int64, form: Substring) {
        let parts = (context.parameters.get("file") ?? "").split(separator: ".")
        guard parts.count == 2, let id = Int64(parts[0]) else { throw HTTPError(.notFound) }
        return (id, parts[1])
    }

    private static func file(
        _ certificate: SignedCertificate, _ form: Substring
    ) throws -> Response {
        switch form {
        case "cer": file("application/pkix-cert", certificate.der)
        case "pem": file("application/x-pem-file", Array(certificate.pem.utf8))
        default: throw HTTPError(.notFound)
        }
    }

    private static func file(
        _ type: String, _ bytes: [UInt8], cacheSeconds: Int = cacheSeconds
    ) -> Response {
        Response(
            status: .ok,
            headers: [.contentType: type, .cacheControl: "public, max-age=\(cacheSeconds)"],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
    }
}
