import SwiftASN1
import X509

/// What is signed, with the issuer's name left out (RFC 5280 section 4.1.2).
struct CertificateBody {
    let subject: DistinguishedName
    let key: SubjectKey
    let validity: Validity
    let serial: SerialNumber
    var extensions: Certificate.Extensions
}

extension KeptSigningKey {
    /// Has a certificate linted, signs it, and sees that what was signed is what was linted.
    ///
    /// Every certificate of this house is signed here, those of its authorities and responders too.
    /// Refuses with a ``LintProblem`` before there is a signature; a ``SigningFault`` after it.
    func sign(
        _ body: CertificateBody, at place: LintPlace, as issuer: DistinguishedName,
        over hash: HashAlgorithm
    ) async throws -> SignedCertificate {
        let gate = LintGate(place)
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
            issuerAsyncPrivateKey: .init(passing(gate)))
        let signed = try SignedCertificate(signed: certificate, key: body.key)
        try gate.check(signed, by: publicKey)
        return signed
    }
}
