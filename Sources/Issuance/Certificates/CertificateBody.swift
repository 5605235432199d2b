import SwiftASN1
import X509

/// What is signed, with the issuer's name left out (RFC 5280 section 4.1.2).
struct CertificateBody {
    let subject: DistinguishedName
    let key: SubjectKey
    let validity: Validity
    let serial: SerialNumber
    let extensions: Certificate.Extensions
}

extension KeptSigningKey {
    func sign(
        _ body: CertificateBody, as issuer: DistinguishedName, over hash: HashAlgorithm
    ) async throws -> SignedCertificate {
        let certificate = try await Certificate(
            version: .v3,
            serialNumber: .init(bytes: body.serial.content),
            publicKey: body.key.publicKey(),
            notValidBefore: body.validity.notBefore,
            notValidAfter: body.validity.notAfter,
            issuer: issuer,
            subject: body.subject,
            signatureAlgorithm: try algorithm(over: hash),
            extensions: body.extensions,
            issuerAsyncPrivateKey: .init(self))
        return try SignedCertificate(signed: certificate)
    }
}
