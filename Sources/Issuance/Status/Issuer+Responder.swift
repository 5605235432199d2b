package import Foundation
import SwiftASN1
import X509

extension Issuer {
    /// Makes a key in the issuer's own keeper, and a certificate to answer for the issuer with.
    ///
    /// Nobody asks whether this certificate itself was revoked (id-pkix-ocsp-nocheck, RFC 6960
    /// section 4.2.2.2.1), so it lasts for weeks, not years.
    package func makeResponder(
        serial: SerialNumber, from now: Date, days: Int
    ) async throws -> OCSPResponder {
        let end = min(Validity(from: now, days: days).notAfter, certificate.validity.notAfter)
        let validity = Validity(notBefore: now, notAfter: end)
        try check(validity)
        let key = try await signingKey.keeper.make(responderKind)
        let extensions = try Certificate.Extensions {
            AuthorityKeyIdentifier(keyIdentifier: certificate.subjectKeyIdentifier[...])
            SubjectKeyIdentifier(keyIdentifier: key.identifier.octets[...])
            Critical(KeyUsage(digitalSignature: true))
            try ExtendedKeyUsage([.ocspSigning])
            Certificate.Extension(
                oid: [1, 3, 6, 1, 5, 5, 7, 48, 1, 5], critical: false, value: [5, 0])
        }
        let made = try await sign(
            CertificateBody(
                subject: try responderName.name, key: key, validity: validity, serial: serial,
                extensions: extensions),
            as: .responder, pointingTo: .none, over: certificate.key.kind.signatureHash)
        guard let responder = try await responder(made) else {
            throw IssuerProblem.keyUnsuitable(key.kind)
        }
        return responder
    }

    /// A responder made before, if its key is in this keeper: each node has one of its own.
    package func responder(_ certificate: SignedCertificate) async throws -> OCSPResponder? {
        let kept = try await signingKey.keeper.keys()
        guard kept.contains(where: { $0.identifier == certificate.key.identifier }),
            let key = KeptSigningKey(certificate.key, keeper: signingKey.keeper)
        else { return nil }
        return try OCSPResponder(certificate: certificate, signingKey: key)
    }

    /// RSA under RSA, so that clients that know nothing else can check all of the chain; otherwise
    /// the curve that signs fastest.
    private var responderKind: KeyKind {
        switch certificate.key.kind {
        case .rsa: .rsa(bits: 2048)
        case .p256, .p384, .p521, .ed25519: .p256
        }
    }

    /// The issuer's country and organization, and its name with the role behind it.
    private var responderName: Subject {
        get throws {
            let name = certificate.commonName ?? "CA"
            let role = " OCSP Responder"
            return try Subject(
                [
                    certificate.x509.subject.country.map { .init(.country, $0) },
                    certificate.x509.subject.organization.map { .init(.organization, $0) },
                    .init(.commonName, name.prefix(64 - role.count) + role),
                ].compactMap(\.self))
        }
    }
}
