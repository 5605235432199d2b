import APIModels
import OrderCore
import Registration
import Storage

/// Whom an order names to speak to: beside its organization, or within it. An object in which
/// nothing stands names nobody.
struct OrderContactsWish {
    var contacts = OrderContacts()
    var verified: [VerifiedContact] = []

    private static let path = "organization.contacts"

    init(_ body: PlaceOrder, _ product: Product) throws {
        let given = product.needsOrganization ? body.organization?.contacts ?? [] : []
        for contact in given where contact != ContactToAdd() {
            try read(contact)
        }
        if product.needsOrganization {
            contacts.organization =
                try Self.contact(body.organizationContact, at: "organization_contact")
                ?? contacts.organization
        }
        contacts.technical =
            try Self.contact(body.technicalContact, at: "technical_contact") ?? contacts.technical
    }

    private mutating func read(_ body: ContactToAdd) throws {
        let text = ContactText(body)
        let isKnown = body.id != nil || body.userID != nil
        switch body.role {
        case .organization:
            try text.check(needing: isKnown ? [] : .person, at: Self.path)
            contacts.organization = contacts.organization ?? OrderCore.Contact(body)
        case .technical:
            try text.check(needing: isKnown ? [] : .person, at: Self.path)
            contacts.technical = contacts.technical ?? OrderCore.Contact(body)
        case nil:
            verified.append(try VerifiedContact(body, at: Self.path))
            try text.check(needing: isKnown ? [] : .person, at: Self.path)
        }
    }

    private static func contact(
        _ body: APIModels.Contact?, at path: String
    ) throws -> OrderCore.Contact? {
        guard let body, body != APIModels.Contact() else { return nil }
        return try ContactText(body).contact(at: path)
    }
}

extension Set<ContactText.Member> {
    /// Without these nobody is named.
    fileprivate static var person: Self { [.firstName, .lastName, .email] }
}

extension ContactText {
    init(_ body: ContactToAdd) {
        self.init([
            .firstName: body.firstName, .lastName: body.lastName, .email: body.email,
            .telephone: body.telephone, .jobTitle: body.jobTitle,
            .telephoneExtension: body.telephoneExtension,
        ])
    }

    init(_ body: APIModels.Contact) {
        self.init([
            .firstName: body.firstName, .lastName: body.lastName, .email: body.email,
            .telephone: body.telephone, .jobTitle: body.jobTitle,
            .telephoneExtension: body.telephoneExtension,
        ])
    }
}

extension ContactToAdd {
    /// What it is asked about, in any case of letters; none for those who may approve.
    var role: ContactRole? {
        (contactType ?? type).flatMap { ContactRole(rawValue: $0.lowercased()) }
    }
}

extension VerifiedContact {
    /// The words of clients for those who may approve.
    private static let types = ["ev_approver", "verified_contact", "cs_approver", "ev_cs_approver"]
    /// A known contact whose type is not told again.
    private static let known = "existing_contact"

    /// Those who may approve, not those who are only spoken to.
    fileprivate init(_ contact: ContactToAdd, at path: String) throws {
        guard let word = contact.contactType ?? contact.type else {
            throw Refusal.required("\(path).contact_type")
        }
        let isKnown = contact.contactType == nil && word.lowercased() == Self.known
        let type = isKnown ? "verified_contact" : word.lowercased()
        guard Self.types.contains(type) else {
            let all = ContactRole.allCases.map(\.rawValue) + Self.types
            throw Refusal.invalid(
                "\(path).contact_type",
                "is \(word.quoted), has to be one of \(all.joined(separator: ", "))")
        }
        self.init(type: type)
        contactID = contact.id
        userID = contact.userID
        firstName = contact.firstName
        lastName = contact.lastName
        email = contact.email
        jobTitle = contact.jobTitle
        telephone = contact.telephone
    }
}

extension OrganizationContact {
    /// - Parameter place: its number within the order, where it is no user.
    init(_ contact: VerifiedContact, place: Int) {
        self.init(
            id: contact.contactID ?? contact.userID ?? place, userID: contact.userID,
            firstName: contact.firstName ?? "", lastName: contact.lastName ?? "",
            email: contact.email, jobTitle: contact.jobTitle, telephone: contact.telephone)
    }
}
