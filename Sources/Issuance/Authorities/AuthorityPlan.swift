/// What an authority to be made will be: its name, its key and how long it lasts.
package struct AuthorityPlan: Sendable {
    package let subject: Subject
    package let key: KeyKind
    package let validityDays: Int
    /// Empty for every purpose. Authorities for browsers name theirs (Baseline Requirements
    /// section 7.1.2.6), and then nothing below them can serve another.
    package let purposes: [KeyPurpose]

    package init(
        _ subject: Subject, key: KeyKind, validityDays: Int, purposes: [KeyPurpose] = []
    ) {
        self.subject = subject
        self.key = key
        self.validityDays = validityDays
        self.purposes = purposes
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
        purposes: [KeyPurpose] = []
    ) -> AuthorityPlan {
        AuthorityPlan(subject, key: key, validityDays: validityDays, purposes: purposes)
    }
}
