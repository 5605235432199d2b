import APIModels
import OrderCore
import Registration
import Storage

/// Whom an order names to speak to: beside its organization, or within it.
struct OrderContactsWish {
    var contacts = OrderContacts()
    var verified: [VerifiedContact] = []

    init(_ body: PlaceOrder, _ product: Product) {
        let given = product.needsOrganization ? body.organization?.contacts ?? [] : []
        if product.needsOrganization {
            contacts.organization =
                OrderCore.Contact(body.organizationContact)
                ?? Self.contact("organization_contact", among: given)
        }
        contacts.technical =
            OrderCore.Contact(body.technicalContact)
            ?? Self.contact("technical_contact", among: given)
        verified = given.compactMap { VerifiedContact($0) }
    }

    private static func contact(
        _ type: String, among given: [ContactToAdd]
    ) -> OrderCore.Contact? {
        given.first { $0.contactType?.lowercased() == type }.flatMap { OrderCore.Contact($0) }
    }
}

extension VerifiedContact {
    /// Those who may approve, not those who are only spoken to.
    init?(_ contact: ContactToAdd) {
        let type = (contact.contactType ?? contact.type ?? "").lowercased()
        guard !type.isEmpty, type != "organization_contact", type != "technical_contact" else {
            return nil
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
