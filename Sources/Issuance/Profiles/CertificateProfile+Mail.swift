/// The generations of the S/MIME Baseline Requirements that certificates are issued in.
package enum MailGeneration: String, CaseIterable, Sendable {
    /// Mail and nothing else.
    case strict
    /// Mail, and signing in.
    case multipurpose
}

/// What was validated beside the mailbox.
package enum MailValidation: String, CaseIterable, Sendable {
    case mailbox
    case organization
    /// Somebody whom an organization vouches for.
    case sponsor
}

extension CertificateProfile {
    /// S/MIME (S/MIME Baseline Requirements section 7.1.2.3).
    package static func mail(
        _ validation: MailValidation, _ generation: MailGeneration, for use: KeyUse
    ) -> CertificateProfile {
        CertificateProfile(
            policies: [policy(validation, generation)],
            purposes: generation == .strict
                ? [.emailProtection] : [.emailProtection, .clientAuth],
            keyFamilies: publicFamilies,
            names: NameRule(forms: [.mailbox], allowsInternal: false, listsCommonName: false),
            subject: .mail(validation), keyUse: use)
    }

    private static func policy(
        _ validation: MailValidation, _ generation: MailGeneration
    ) -> CertificatePolicy {
        switch (validation, generation) {
        case (.mailbox, .strict): .mailboxStrict
        case (.mailbox, .multipurpose): .mailboxMultipurpose
        case (.organization, .strict): .organizationMailStrict
        case (.organization, .multipurpose): .organizationMailMultipurpose
        case (.sponsor, .strict): .sponsoredMailStrict
        case (.sponsor, .multipurpose): .sponsoredMailMultipurpose
        }
    }

    /// People of one's own network: every kind of key, and no policy, like ``private``.
    package static let privateClient = CertificateProfile(
        policies: [], purposes: [.clientAuth, .emailProtection],
        keyFamilies: Set(KeyFamily.allCases),
        names: NameRule(forms: [.mailbox], allowsInternal: true, listsCommonName: false),
        subject: .free, keyUse: .signingAndKeyManagement)
}

extension SubjectRule {
    static func mail(_ validation: MailValidation) -> SubjectRule {
        let organization: Set<SubjectField> = [
            .commonName, .emailAddress, .organization, .organizationIdentifier, .locality,
            .stateOrProvince, .country,
        ]
        let organizationNeeds: [[SubjectField]] = [[.organization], [.organizationIdentifier]]
        return switch validation {
        case .mailbox: SubjectRule(allowed: [.commonName, .emailAddress], required: [])
        case .organization: SubjectRule(allowed: organization, required: organizationNeeds)
        case .sponsor:
            SubjectRule(
                allowed: organization.union([.givenName, .surname, .pseudonym, .title]),
                required: organizationNeeds + [[.givenName, .surname, .pseudonym]])
        }
    }
}
