package import Foundation
import X509

/// Makes certificate authorities: a root that signs itself, and others below it.
///
/// Levels, so that the root's key can be put away: an issuing authority has a path length of zero
/// and certifies end entities only (RFC 5280 section 4.2.1.9).
package struct AuthorityMaker: Sendable {
    package let keeper: any Keeper
    package let serials: any SerialSource

    package init(keeper: any Keeper, serials: any SerialSource) {
        self.keeper = keeper
        self.serials = serials
    }

    /// A new key and a certificate that it signs for itself.
    package func makeRoot(_ plan: AuthorityPlan, now: Date) async throws -> SignedCertificate {
        let key = try await keeper.make(plan.key)
        guard let signingKey = KeptSigningKey(key, keeper: keeper) else {
            throw IssuerProblem.keyUnsuitable(key.kind)
        }
        let extensions = try Certificate.Extensions {
            SubjectKeyIdentifier(keyIdentifier: key.identifier.octets[...])
            AuthorityKeyIdentifier(keyIdentifier: key.identifier.octets[...])
            Critical(BasicConstraints.isCertificateAuthority(maxPathLength: plan.pathLength))
            Critical(KeyUsage.authority)
        }
        let body = CertificateBody(
            subject: plan.name.name, key: key,
            validity: Validity(from: now, days: plan.validityDays),
            serial: serials.next(now: now), extensions: extensions)
        let own = LintIssuer(
            name: try plan.name.name.octets, keyIdentifier: key.identifier.octets, key: key,
            validity: body.validity)
        return try await signingKey.sign(
            body,
            at: LintPlace(
                issuer: own, role: .authority(pathLength: plan.pathLength, isRoot: true),
                pointers: .none),
            as: plan.name.name, over: key.kind.signatureHash)
    }

    /// A new key and a certificate for it from `parent`, with the parent's pointers in it.
    package func makeIssuing(
        _ plan: AuthorityPlan, under parent: Issuer, now: Date
    ) async throws -> SignedCertificate {
        // Before a key is made that nothing would ever use.
        try check(plan, under: parent, now: now)
        return try await certify(try await keeper.make(plan.key), as: plan, under: parent, now: now)
    }

    /// A certificate for the key of an authority that is there already, here or elsewhere.
    package func certify(
        _ key: SubjectKey, as plan: AuthorityPlan, under parent: Issuer, now: Date
    ) async throws -> SignedCertificate {
        try check(plan, under: parent, now: now)
        try WeakKeyPolicy.standard.check(key)
        guard Certificate.SignatureAlgorithm(key.kind.family, over: .sha256) != nil else {
            throw IssuerProblem.keyUnsuitable(key.kind)
        }
        var extensions = try Certificate.Extensions {
            SubjectKeyIdentifier(
                keyIdentifier: (plan.adopted?.keyIdentifier ?? key.identifier.octets)[...])
            AuthorityKeyIdentifier(keyIdentifier: parent.certificate.subjectKeyIdentifier[...])
            Critical(BasicConstraints.isCertificateAuthority(maxPathLength: plan.pathLength))
            Critical(KeyUsage.authority)
        }
        if !plan.usages.isEmpty {
            try extensions.append(.init(try ExtendedKeyUsage(plan.usages), critical: false))
        }
        if plan.adopted?.hasOwnPolicies != true { try extensions.append(.policies([.any])) }
        for limit in plan.adopted?.limits ?? [] { try extensions.append(limit) }
        for pointer in try parent.pointers.extensions() {
            try extensions.append(pointer)
        }
        return try await parent.sign(
            CertificateBody(
                subject: plan.name.name, key: key,
                validity: Validity(from: now, days: plan.validityDays),
                serial: serials.next(now: now), extensions: extensions),
            as: .authority(
                pathLength: plan.pathLength, isRoot: false, adopted: plan.adopted),
            pointingTo: parent.pointers, over: parent.certificate.key.kind.signatureHash)
    }

    private func check(_ plan: AuthorityPlan, under parent: Issuer, now: Date) throws {
        try parent.check(Validity(from: now, days: plan.validityDays))
        try parent.certificate.checkPath(below: plan.pathLength)
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
