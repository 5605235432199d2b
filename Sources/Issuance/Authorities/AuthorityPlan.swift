import X509

/// What an authority to be made will be: its name, its key and how long it lasts.
package struct AuthorityPlan: Sendable {
    package let name: AuthorityName
    package let key: KeyKind
    package let validityDays: Int
    /// How many authorities may stand below it; absent for any number.
    package let pathLength: Int?
    /// Empty for every purpose. Authorities for browsers name theirs (Baseline Requirements
    /// section 7.1.2.6), and then nothing below them can serve another.
    let usages: [ExtendedKeyUsage.Usage]
    /// Of the certificate or the request that it is made from.
    let adopted: AdoptedTraits?

    package init(
        _ subject: Subject, key: KeyKind, validityDays: Int, purposes: [KeyPurpose] = [],
        pathLength: Int? = nil
    ) {
        name = AuthorityName(subject)
        self.key = key
        self.validityDays = validityDays
        self.pathLength = pathLength
        usages = purposes.map { .init(oid: $0.oid.asn1) }
        adopted = nil
    }

    init(
        name: AuthorityName, key: KeyKind, validityDays: Int, pathLength: Int?,
        usages: [ExtendedKeyUsage.Usage] = [], adopted: AdoptedTraits? = nil
    ) {
        self.name = name
        self.key = key
        self.validityDays = validityDays
        self.pathLength = pathLength
        self.usages = usages
        self.adopted = adopted
    }

    /// The same once more: a new key, under the name that is known, and no wider than it was.
    package init(like old: SignedCertificate, key: KeyKind, validityDays: Int) {
        name = AuthorityName(of: old)
        self.key = key
        self.validityDays = validityDays
        pathLength = old.pathLength
        usages = old.usages
        adopted = AdoptedTraits(of: old, keyIdentifier: nil)
    }

    /// P-384 for twenty years, unless told otherwise.
    package static func root(
        _ subject: Subject, key: KeyKind = .p384, validityDays: Int = 7305
    ) -> AuthorityPlan {
        AuthorityPlan(subject, key: key, validityDays: validityDays)
    }

    /// P-256 for ten years, unless told otherwise.
    package static func issuing(
        _ subject: Subject, key: KeyKind = .p256, validityDays: Int = 3652,
        purposes: [KeyPurpose] = [], pathLength: Int? = 0
    ) -> AuthorityPlan {
        AuthorityPlan(
            subject, key: key, validityDays: validityDays, purposes: purposes,
            pathLength: pathLength)
    }
}

/// The name of an authority, to the octet: what a certificate calls its issuer must be what the
/// issuer's own calls its subject.
package struct AuthorityName: Hashable, Sendable, CustomStringConvertible {
    let name: DistinguishedName

    package init(_ subject: Subject) {
        name = subject.name
    }

    package init(of certificate: SignedCertificate) {
        name = certificate.x509.subject
    }

    init(_ name: DistinguishedName) {
        self.name = name
    }

    package var commonName: String? { name.commonName }

    /// In the text form of RFC 4514.
    package var description: String { String(describing: name) }
}
