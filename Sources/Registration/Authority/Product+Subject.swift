import Issuance
import OrderCore

extension Product {
    /// The subject: the common name, the holder, and the organization as far as it was checked.
    ///
    /// Organizational units stand in private certificates only; public TLS gave them up in 2022.
    /// What the profile does not take is left out.
    func subject(
        of content: Certificate.Content, organization: Organization?, by rule: SubjectRule
    ) throws -> Subject {
        try Subject(
            entries(of: content, organization: organization).filter {
                rule.allowed.contains($0.field)
            })
    }

    private func entries(
        of content: Certificate.Content, organization: Organization?
    ) -> [Subject.Entry] {
        var entries = [Subject.Entry(.commonName, content.commonName)]
        if let organization, needsOrganization { entries += organization.entries }
        switch family {
        case .tls, .codeSigning: break
        case .client where isPrivate || group == .grid: entries += personEntries(content)
        case .client:
            entries += sponsoredEntries(content) + (organization?.identifierEntries ?? [])
        case .mailbox: break
        case .sponsoredMailbox:
            entries += personEntries(content) + (organization?.identifierEntries ?? [])
        case .organizationMailbox: entries += organization?.identifierEntries ?? []
        case .documents:
            entries += personEntries(content)
            entries += (content.holder?.emails.first).map { [.init(.emailAddress, $0)] } ?? []
        case .mark:
            entries += organization.map { [.init(.street, $0.address.street)] } ?? []
            entries += content.holder?.mark?.entries ?? []
        }
        if content.holder?.showsEmail == true, let email = content.holder?.emails.first {
            entries.append(.init(.emailAddress, email))
        }
        if validation == .ev || validation == .evCS || family.isMark {
            entries += organization?.registrationEntries ?? []
        }
        if isPrivate, needsOrganization {
            entries += content.organizationUnits.map { .init(.organizationalUnit, $0) }
        }
        return entries
    }

    /// What stands beside the subject: hosts or mailboxes.
    func alternativeNames(of content: Certificate.Content) throws -> [SubjectAlternativeName] {
        try content.allNames.map { try SubjectAlternativeName($0) }
            + (content.holder?.emails ?? []).map { .mailbox(try Mailbox($0)) }
    }

    private func personEntries(_ content: Certificate.Content) -> [Subject.Entry] {
        guard let person = content.holder?.person else { return [] }
        // A pseudonym stands alone (S/MIME Baseline Requirements section 7.1.4.2.2).
        if let pseudonym = person.pseudonym,
            content.commonName == pseudonym || person.fullName == nil
        {
            return [.init(.pseudonym, pseudonym)]
        }
        return [
            person.givenName.map { .init(.givenName, $0) },
            person.surname.map { .init(.surname, $0) },
            person.jobTitle.map { .init(.title, $0) },
        ].compactMap(\.self)
    }

    /// The older client products give a common name alone. Mail asks for a person: a name of two
    /// words and more is taken for one, everything else for a pseudonym.
    private func sponsoredEntries(_ content: Certificate.Content) -> [Subject.Entry] {
        let entries = personEntries(content)
        guard entries.isEmpty else { return entries }
        let person = Certificate.Person(fullName: content.commonName)
        guard let givenName = person.givenName, let surname = person.surname,
            !content.commonName.contains("@")
        else {
            let pseudonym = content.commonName.split(separator: "@").first.map(String.init)
            return [.init(.pseudonym, pseudonym ?? content.commonName)]
        }
        return [.init(.givenName, givenName), .init(.surname, surname)]
    }
}

extension Organization {
    fileprivate var entries: [Subject.Entry] {
        [
            .init(.organization, name), .init(.locality, address.city),
            .init(.stateOrProvince, address.state), .init(.country, address.country),
        ]
    }

    /// The contract carries no registration number: the number here is the one that the
    /// registration authority, which is this installation, gave the organization.
    fileprivate var registrationEntries: [Subject.Entry] {
        [
            .init(.businessCategory, "Private Organization"),
            .init(.jurisdictionCountry, address.country),
            .init(.registrationNumber, String(id.rawValue)),
        ]
    }

    /// The same number as the rules for mail write it: a register of the country's, and the number
    /// in it (S/MIME Baseline Requirements appendix A).
    fileprivate var identifierEntries: [Subject.Entry] {
        [.init(.organizationIdentifier, "NTR\(address.country.uppercased())-\(id.rawValue)")]
    }
}

extension Mark {
    fileprivate var entries: [Subject.Entry] {
        var entries: [Subject.Entry] = [.init(.markType, kind.text)]
        switch kind {
        case .registered, .modifiedRegistered:
            entries += countryCode.map { [.init(.trademarkCountry, $0)] } ?? []
            entries += registrationNumber.map { [.init(.trademarkIdentifier, $0)] } ?? []
        case .government:
            entries += countryCode.map { [.init(.statuteCountry, $0)] } ?? []
            entries += stateOrProvince.map { [.init(.statuteStateOrProvince, $0)] } ?? []
            entries += locality.map { [.init(.statuteLocality, $0)] } ?? []
            entries += citation.map { [.init(.statuteCitation, $0)] } ?? []
        case .priorUse: break
        }
        return entries
    }
}

extension Mark.Kind {
    /// As the Mark Certificate Requirements write it.
    fileprivate var text: String {
        switch self {
        case .registered: "Registered Mark"
        case .government: "Government Mark"
        case .priorUse: "Prior Use Mark"
        case .modifiedRegistered: "Modified Registered Mark"
        }
    }
}
