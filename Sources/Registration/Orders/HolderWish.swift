import Issuance
import OrderCore

/// Whom a certificate shall name, as far as the order says it.
struct HolderWish {
    /// Empty where it is the organization's name, which the order does not say.
    let commonName: String
    let dnsNames: [String]
    let holder: Certificate.Holder?

    static let mailboxesMax = 100

    init(commonName: String, dnsNames: [String] = [], holder: Certificate.Holder?) {
        self.commonName = commonName
        self.dnsNames = dnsNames
        self.holder = holder
    }

    init(
        _ text: CertificateWish.Text, product: Product, replacing old: Certificate.Content?
    ) throws {
        switch product.family {
        case .tls: self.init(commonName: "", holder: nil)
        case .client, .mailbox, .sponsoredMailbox, .organizationMailbox:
            self = try Self.mail(text, product, old)
        case .codeSigning: self.init(commonName: "", holder: Certificate.Holder())
        case .documents(let signer): self = try Self.documents(text, signer, old)
        case .mark(let mark): self = try Self.mark(text, product, mark, old)
        }
    }

    // MARK: - Mail

    private static func mail(
        _ text: CertificateWish.Text, _ product: Product, _ old: Certificate.Content?
    ) throws -> HolderWish {
        var holder = old?.holder ?? Certificate.Holder()
        if !text.emails.isEmpty || holder.emails.isEmpty {
            holder.emails = try emails(text.emails, product)
        }
        holder.showsEmail = text.subject.showsEmail ?? holder.showsEmail
        holder.mailProfile =
            try word(text.profileType, "certificate.profile_type") ?? holder.mailProfile
        holder.keyUse =
            try word(text.primaryUsage, "certificate.usage_designation.primary_usage")
            ?? holder.keyUse
        holder.commonNameSays =
            try word(text.commonNameSays, "certificate.common_name_indicator")
            ?? holder.commonNameSays
        if text.person != Certificate.Person() { holder.person = try person(text.person) }
        let commonName = try commonName(
            of: holder, product, given: text.commonName ?? old?.commonName)
        return HolderWish(commonName: commonName, holder: holder)
    }

    private static func commonName(
        of holder: Certificate.Holder, _ product: Product, given: String?
    ) throws -> String {
        let path = "certificate.common_name_indicator"
        switch product.family {
        case .mailbox: return holder.emails[0]
        case .client:
            guard let source = holder.commonNameSays else {
                guard let given else { throw Refusal.required("certificate.common_name") }
                return given.trimmingSpaces
            }
            return try source.name(of: holder)
        case .sponsoredMailbox:
            guard let source = holder.commonNameSays else { throw Refusal.required(path) }
            guard source != .organizationName else {
                throw Refusal.invalid(path, "is organization_name, which names nobody")
            }
            guard holder.person?.pseudonym != nil || holder.person?.fullName != nil else {
                throw Refusal.required("certificate.individual.first_name")
            }
            return try source.name(of: holder)
        case .organizationMailbox:
            guard let source = holder.commonNameSays else { throw Refusal.required(path) }
            guard source == .organizationName || source == .emailAddress else {
                throw Refusal.invalid(
                    path, "is \(source.rawValue), has to be one of email_address, organization_name"
                )
            }
            return try source.name(of: holder)
        case .tls, .codeSigning, .documents, .mark: return ""
        }
    }

    private static func emails(_ given: [String], _ product: Product) throws -> [String] {
        let path = "certificate.emails"
        guard !given.isEmpty else { throw Refusal.required(path) }
        guard given.count <= mailboxesMax else {
            throw Refusal.invalid(path, "holds \(given.count) addresses, at most \(mailboxesMax)")
        }
        return try given.map { try mailbox($0, path, allowsInternal: product.isPrivate) }
            .withoutRepetitions
    }

    static func mailbox(_ text: String, _ path: String, allowsInternal: Bool) throws -> String {
        do {
            let mailbox = try Mailbox(text.trimmingSpaces)
            guard allowsInternal || !mailbox.host.isInternal else {
                throw Refusal.invalid(
                    path, "has \(text.quoted): the product secures no internal names")
            }
            return mailbox.text
        } catch let problem as MailboxProblem {
            throw Refusal.invalid(path, "has \(text.quoted): \(problem.phrase)")
        }
    }

    static func person(_ given: Certificate.Person) throws -> Certificate.Person {
        let members = [
            ("first_name", given.givenName), ("last_name", given.surname),
            ("pseudonym", given.pseudonym),
        ]
        for case (let member, let text?) in members
        where text.count > CertificateWish.commonNameCharactersMax
            || text.contains(where: \.isNewline)
        {
            throw Refusal.invalid(
                "certificate.individual.\(member)",
                "is not one line of \(CertificateWish.commonNameCharactersMax) characters at most")
        }
        return given
    }

    /// A word of a closed list, or a no that names the list.
    static func word<Word: RawRepresentable<String> & CaseIterable>(
        _ text: String?, _ path: String, _ type: Word.Type = Word.self
    ) throws -> Word? {
        guard let text else { return nil }
        guard let word = Word(rawValue: text.lowercased()) else {
            let all = Word.allCases.map(\.rawValue).joined(separator: ", ")
            throw Refusal.invalid(path, "is \(text.quoted), has to be one of \(all)")
        }
        return word
    }
}

extension Certificate.CommonNameSource {
    /// The name that this source gives; empty for the organization's.
    fileprivate func name(of holder: Certificate.Holder) throws -> String {
        switch self {
        case .emailAddress: return holder.emails[0]
        case .organizationName: return ""
        case .pseudonym:
            guard let pseudonym = holder.person?.pseudonym else {
                throw Refusal.required("certificate.individual.pseudonym")
            }
            return pseudonym
        case .givenNameSurname:
            guard holder.person?.givenName != nil else {
                throw Refusal.required("certificate.individual.first_name")
            }
            guard holder.person?.surname != nil, let name = holder.person?.fullName else {
                throw Refusal.required("certificate.individual.last_name")
            }
            return name
        }
    }
}
