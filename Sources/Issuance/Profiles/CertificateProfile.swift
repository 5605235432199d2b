/// What sort of certificate is issued: what it asserts and what it may contain.
///
/// Profiles are data: those that come with the program are the files in `Shipped`, an owner's are
/// in a folder of theirs. ``ProfileReader`` makes them; `docs/profiles.md` has the format.
package struct CertificateProfile: Equatable, Sendable {
    /// The name of its file.
    package var name: String
    package var policies: [CertificatePolicy]
    package var purposes: [KeyPurpose]
    package var keyFamilies: Set<KeyFamily>
    package var rsaBitsMin: Int
    package var keyUse: KeyUse
    package var validity: ValidityRule
    package var names: NameRule
    package var subject: SubjectRule
    package var pointers: PointerRule
    /// Whether the certificate shows its holder's logo.
    package var needsLogotype: Bool
    /// Whether the key may sign HTTP exchanges, which an extension of its own says.
    package var signsExchanges: Bool
}

extension CertificateProfile {
    /// The same profile for some of its purposes, in the order in which they were asked for; for
    /// all of them where it has none of those.
    package func serving(_ wished: [KeyPurpose]) -> CertificateProfile {
        let served = wished.filter(purposes.contains)
        guard !served.isEmpty else { return self }
        var profile = self
        profile.purposes = served
        return profile
    }

    /// The same profile for a part of what its keys may do; for all of it where nothing is left.
    package func narrowed(to use: KeyUse) -> CertificateProfile {
        let common = keyUse.intersection(use)
        guard !common.isEmpty else { return self }
        var profile = self
        profile.keyUse = common
        return profile
    }
}

/// Which names a profile takes.
package struct NameRule: Equatable, Sendable {
    package var forms: Set<NameForm>
    package var allowsInternal: Bool
    /// Whether the common name has to be one of the names.
    package var listsCommonName: Bool

    package init(forms: Set<NameForm>, allowsInternal: Bool, listsCommonName: Bool = true) {
        self.forms = forms
        self.allowsInternal = allowsInternal
        self.listsCommonName = listsCommonName
    }

    func allows(_ name: SubjectAlternativeName) -> Bool {
        forms.contains(name.form) && (allowsInternal || !name.isInternal)
    }
}
