package import Foundation
import X509

/// Makes certificate authorities: a root that signs itself, and issuing ones below it.
///
/// Two levels, so that the root's key can be put away: an issuing authority has a path length of
/// zero and certifies end entities only (RFC 5280 section 4.2.1.9).
package struct AuthorityMaker: Sendable {
    package let keeper: any Keeper
    package let serials: any SerialSource

    package init(keeper: any Keeper, serials: any SerialSource) {
        self.keeper = keeper
        self.serials = serials
    }

    /// A new key and a certificate that it signs for itself.
    package func makeRoot(_ plan: AuthorityPlan, now: Date) async throws -> SignedCertificate {
        let (key, signingKey) = try await makeKey(plan)
        let extensions = try Certificate.Extensions {
            SubjectKeyIdentifier(keyIdentifier: key.identifier.octets[...])
            AuthorityKeyIdentifier(keyIdentifier: key.identifier.octets[...])
            Critical(BasicConstraints.isCertificateAuthority(maxPathLength: nil))
            Critical(KeyUsage.authority)
        }
        let body = body(plan, key: key, now: now, extensions: extensions)
        return try await signingKey.sign(
            body, as: plan.subject.name, over: key.kind.signatureHash)
    }

    /// A new key and a certificate for it from `root`, with the root's pointers in it.
    package func makeIssuing(
        _ plan: AuthorityPlan, under root: Issuer, now: Date
    ) async throws -> SignedCertificate {
        // Before a key is made that nothing would ever use.
        try root.check(Validity(from: now, days: plan.validityDays))
        let (key, _) = try await makeKey(plan)
        var extensions = try Certificate.Extensions {
            SubjectKeyIdentifier(keyIdentifier: key.identifier.octets[...])
            AuthorityKeyIdentifier(keyIdentifier: root.certificate.key.identifier.octets[...])
            Critical(BasicConstraints.isCertificateAuthority(maxPathLength: 0))
            Critical(KeyUsage.authority)
        }
        if !plan.purposes.isEmpty {
            let purposes = try ExtendedKeyUsage(plan.purposes.map { .init(oid: $0.oid) })
            try extensions.append(.init(purposes, critical: false))
        }
        try extensions.append(.policies([.any]))
        for pointer in try root.pointers.extensions() {
            try extensions.append(pointer)
        }
        let body = body(plan, key: key, now: now, extensions: extensions)
        return try await root.sign(body, over: root.certificate.key.kind.signatureHash)
    }

    private func makeKey(_ plan: AuthorityPlan) async throws -> (SubjectKey, KeptSigningKey) {
        let key = try await keeper.make(plan.key)
        guard let signingKey = KeptSigningKey(key, keeper: keeper) else {
            throw IssuerProblem.keyUnsuitable(key.kind)
        }
        return (key, signingKey)
    }

    private func body(
        _ plan: AuthorityPlan, key: SubjectKey, now: Date, extensions: Certificate.Extensions
    ) -> CertificateBody {
        CertificateBody(
            subject: plan.subject, key: key,
            validity: Validity(from: now, days: plan.validityDays),
            serial: serials.next(now: now), extensions: extensions)
    }
}

extension KeyUsage {
    /// Signs certificates and revocation lists (RFC 5280 section 4.2.1.3). Not digitalSignature:
    /// OCSP answers of an authority are signed by a responder's own key.
    fileprivate static let authority = KeyUsage(keyCertSign: true, cRLSign: true)
}

extension KeyKind {
    /// The hash as strong as the key (Baseline Requirements section 7.1.3.2).
    package var signatureHash: HashAlgorithm {
        switch self {
        case .rsa, .p256, .ed25519: .sha256
        case .p384: .sha384
        case .p521: .sha512
        }
    }
}
