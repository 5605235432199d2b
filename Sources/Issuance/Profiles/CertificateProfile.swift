/// What sort of certificate is issued: what it asserts and what it may contain.
///
/// The ready profiles follow the CA/Browser Forum's, so that certificates pass its linters.
package struct CertificateProfile: Equatable, Sendable {
    package var policies: [CertificatePolicy]
    package var purposes: [KeyPurpose]
    package var keyFamilies: Set<KeyFamily>
    package var names: NameRule
    package var subject: SubjectRule
    package var keyUse: KeyUse
    package var rsaBitsMin: Int
    /// Whether the certificate shows its holder's logo.
    package var needsLogotype = false
    /// Whether the key may sign HTTP exchanges, which an extension of its own says.
    package var signsExchanges = false

    package init(
        policies: [CertificatePolicy], purposes: [KeyPurpose], keyFamilies: Set<KeyFamily>,
        names: NameRule, subject: SubjectRule,
        keyUse: KeyUse = [.digitalSignature, .keyEncipherment],
        rsaBitsMin: Int = RSASizeRule.bitsMin
    ) {
        self.policies = policies
        self.purposes = purposes
        self.keyFamilies = keyFamilies
        self.names = names
        self.subject = subject
        self.keyUse = keyUse
        self.rsaBitsMin = rsaBitsMin
    }

    /// The same profile for other purposes.
    package func serving(_ purposes: [KeyPurpose]) -> CertificateProfile {
        var profile = self
        profile.purposes = purposes
        return profile
    }
}

extension CertificateProfile {
    /// The keys browsers take (Baseline Requirements section 6.1.5).
    static let publicFamilies: Set<KeyFamily> = [.rsa, .p256, .p384, .p521]

    /// Control of a domain was validated, nothing is said about its owner.
    package static let dv = CertificateProfile(
        policies: [.domainValidated], purposes: [.serverAuth], keyFamilies: publicFamilies,
        names: NameRule(forms: [.host, .wildcard, .address], allowsInternal: false),
        subject: .domain)

    /// The organization was validated too.
    package static let ov = CertificateProfile(
        policies: [.organizationValidated], purposes: [.serverAuth], keyFamilies: publicFamilies,
        names: NameRule(forms: [.host, .wildcard, .address], allowsInternal: false),
        subject: .organization)

    /// The organization was validated in the EV manner, without wildcards and addresses.
    package static let ev = CertificateProfile(
        policies: [.extendedValidation], purposes: [.serverAuth], keyFamilies: publicFamilies,
        names: NameRule(forms: [.host], allowsInternal: false),
        subject: .extended)

    /// For one's own network: every name and every kind of key.
    ///
    /// It asserts no policy. A policy is a statement to relying parties under an arc its author
    /// owns; we own none that would be true of every installation, and anyPolicy says nothing.
    package static let `private` = CertificateProfile(
        policies: [], purposes: [.serverAuth], keyFamilies: Set(KeyFamily.allCases),
        names: NameRule(forms: [.host, .wildcard, .address], allowsInternal: true),
        subject: .free)
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

    /// No names at all: the subject says everything.
    package static let none = NameRule(forms: [], allowsInternal: false, listsCommonName: false)

    func allows(_ name: SubjectAlternativeName) -> Bool {
        forms.contains(name.form) && (allowsInternal || !name.isInternal)
    }
}
