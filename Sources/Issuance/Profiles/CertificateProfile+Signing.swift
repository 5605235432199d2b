extension CertificateProfile {
    /// Keys for code are longer (Code Signing Baseline Requirements section 6.1.5).
    package static let codeRSABitsMin = 3072

    /// Code of a validated organization (Code Signing Baseline Requirements section 7.1).
    package static let codeSigning = CertificateProfile(
        policies: [.codeSigning], purposes: [.codeSigning], keyFamilies: publicFamilies,
        names: .none, subject: .organization, keyUse: .digitalSignature,
        rsaBitsMin: codeRSABitsMin)

    /// The same for an organization that was validated in the EV manner.
    package static let extendedCodeSigning = CertificateProfile(
        policies: [.extendedCodeSigning], purposes: [.codeSigning], keyFamilies: publicFamilies,
        names: .none, subject: .extended, keyUse: .digitalSignature,
        rsaBitsMin: codeRSABitsMin)

    /// Documents, by an organization, by somebody of it, or by anybody.
    ///
    /// It asserts no policy: those that readers of documents know belong to other authorities.
    package static func documentSigning(_ purposes: [KeyPurpose], for use: KeyUse)
        -> CertificateProfile
    {
        CertificateProfile(
            policies: [], purposes: purposes, keyFamilies: publicFamilies,
            names: NameRule(forms: [.mailbox], allowsInternal: false, listsCommonName: false),
            subject: .documentSigner, keyUse: use)
    }

    /// The logo that an organization may show beside its mail (Mark Certificate Requirements).
    package static let mark: CertificateProfile = {
        var profile = CertificateProfile(
            policies: [.mark], purposes: [.brandIndicator], keyFamilies: [.rsa, .p256, .p384],
            names: NameRule(forms: [.host], allowsInternal: false, listsCommonName: false),
            subject: .mark, keyUse: .digitalSignature)
        profile.needsLogotype = true
        return profile
    }()
}

extension SubjectRule {
    static let documentSigner = SubjectRule(
        allowed: SubjectRule.organization.allowed.union([
            .organizationIdentifier, .title, .surname, .givenName, .pseudonym, .emailAddress,
        ]),
        required: [[.commonName]])

    static let mark = SubjectRule(
        allowed: SubjectRule.extended.allowed.union(SubjectField.ofMarks),
        required: SubjectRule.extended.required + [[.markType]])
}
