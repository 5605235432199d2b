import OrderCore

extension HolderWish {
    /// Document signing: an organization, or a person with or without one.
    static func documents(
        _ text: CertificateWish.Text, _ signer: ProductFamily.Signer, _ old: Certificate.Content?
    ) throws -> HolderWish {
        var holder = old?.holder ?? Certificate.Holder()
        let path = "certificate.usage_designation"
        holder.keyUse = try word(text.primaryUsage, "\(path).primary_usage") ?? holder.keyUse
        if !text.additionalUsages.isEmpty {
            holder.documentUses = try text.additionalUsages.compactMap {
                try word($0, "\(path).additional_usages")
            }
        }
        if signer != .tradition, holder.keyUse == nil {
            throw Refusal.required("\(path).primary_usage")
        }
        let namesPerson =
            switch signer {
            case .organization: false
            case .employee, .individual: true
            case .tradition: text.subject.usesOrganization == false
            }
        guard namesPerson else { return HolderWish(commonName: "", holder: holder) }
        if let (person, email) = try signingPerson(text, signer) {
            holder.person = person
            holder.emails =
                try email.map {
                    [try mailbox($0, "subject.email", allowsInternal: true)]
                } ?? []
        }
        guard let name = holder.person?.fullName else { throw Refusal.required("subject.name") }
        return HolderWish(commonName: name, holder: holder)
    }

    /// Who signs: named in `subject` or `individual`, or whoever orders. Nobody is made up for the
    /// older products, which have always asked.
    private static func signingPerson(
        _ text: CertificateWish.Text, _ signer: ProductFamily.Signer
    ) throws -> (Certificate.Person, String?)? {
        if let name = text.subject.name?.trimmingSpaces, !name.isEmpty {
            var person = Certificate.Person(fullName: name)
            person.jobTitle = text.subject.jobTitle
            person.telephone = text.subject.telephone
            return (try Self.person(person), text.subject.email)
        }
        if text.person.fullName != nil { return (try person(text.person), text.emails.first) }
        guard signer != .tradition, let orderer = text.orderer else { return nil }
        return (orderer, text.ordererEmail)
    }
}

extension Certificate.Person {
    /// The last word of a name is the surname; a name of one word is a surname.
    package init(fullName: String) {
        self.init()
        let words = fullName.split(separator: " ")
        surname = words.last.map(String.init)
        givenName = words.count > 1 ? words.dropLast().joined(separator: " ") : nil
    }
}
