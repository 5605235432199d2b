import X509

/// An authority that can sign: its certificate, the keeper of its key, and what it publishes where.
///
/// Signing holds no lock and shares no state, so any number of certificates are signed at once.
package struct Issuer: Sendable {
    package let certificate: SignedCertificate
    package let pointers: AuthorityPointers
    let signingKey: KeptSigningKey
    /// What stands in every certificate below it.
    let facts: LintIssuer
    /// What has a word, and nothing below it can be for.
    private let strayPurposes: Set<KeyPurpose>

    package init(
        certificate: SignedCertificate, keeper: any Keeper, pointers: AuthorityPointers
    ) throws {
        guard certificate.isAuthority else { throw IssuerProblem.notAuthority }
        guard let signingKey = KeptSigningKey(certificate.key, keeper: keeper) else {
            throw IssuerProblem.keyUnsuitable(certificate.key.kind)
        }
        self.certificate = certificate
        self.pointers = pointers
        self.signingKey = signingKey
        facts = try LintIssuer(certificate)
        strayPurposes = Set(
            KeyPurpose.words.map(\.purpose).filter { certificate.firstUncovered(of: [$0]) != nil })
    }

    /// Signs a draft, or refuses it with a ``DraftProblem``; other errors are the keeper's.
    ///
    /// - Parameter list: the revocation list that would name the certificate, where that is not the
    ///   usual one of the issuer.
    package func sign(
        _ draft: CertificateDraft, listedAt list: String? = nil
    ) async throws -> SignedCertificate {
        let pointers = pointers.listed(at: list).shown(by: draft.profile.pointers)
        return try await sign(
            try body(of: draft, pointingTo: pointers), as: .endEntity(draft.profile),
            pointingTo: pointers, over: draft.hash)
    }

    /// What is to be signed, if it may be.
    func body(
        of draft: CertificateDraft, pointingTo pointers: AuthorityPointers
    ) throws -> CertificateBody {
        try draft.check()
        try check(draft.validity)
        try check(draft.profile.purposes)
        return CertificateBody(
            subject: draft.holder.subject.name, key: draft.holder.key, validity: draft.validity,
            serial: draft.serial,
            extensions: try draft.extensions(
                issuerKey: facts.keyIdentifier, pointers: pointers))
    }

    func sign(
        _ body: CertificateBody, as role: LintRole, pointingTo pointers: AuthorityPointers,
        over hash: HashAlgorithm
    ) async throws -> SignedCertificate {
        try await signingKey.sign(
            body, at: LintPlace(issuer: facts, role: role, pointers: pointers),
            as: certificate.x509.subject, over: hash)
    }

    /// A certificate is worth nothing outside its issuer's time.
    func check(_ validity: Validity) throws(DraftProblem) {
        let own = certificate.validity
        guard validity.notBefore >= own.notBefore else {
            throw .beginsBeforeIssuer(from: own.notBefore)
        }
        guard validity.notAfter <= own.notAfter else { throw .outlivesIssuer(until: own.notAfter) }
    }

    /// What an authority is not for, nothing below it can be for.
    func check(_ purposes: [KeyPurpose]) throws(DraftProblem) {
        let stray = purposes.first { purpose in
            strayPurposes.contains(purpose)
                || (!purpose.hasWord && certificate.firstUncovered(of: [purpose]) != nil)
        }
        if let stray { throw .purposeNotCovered(stray) }
    }
}

/// Why a certificate and a keeper make no issuer.
package enum IssuerProblem: Error, Hashable, Sendable {
    /// The certificate is not one of a certificate authority.
    case notAuthority
    case keyUnsuitable(KeyKind)
}

extension IssuerProblem: CustomStringConvertible {
    package var description: String {
        switch self {
        case .notAuthority: "The certificate is not that of an authority."
        case .keyUnsuitable(let kind):
            "A key of \(kind) signs no certificates here; use RSA, P-256, P-384 or P-521."
        }
    }
}
