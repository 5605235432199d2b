package import OrderCore
import Storage

/// Who shall be asked about an order, in one role. What is left out stays as it was.
package struct ContactChange: Sendable {
    package let role: ContactRole
    package let contact: Contact

    package init(role: ContactRole, contact: Contact) {
        self.role = role
        self.contact = contact
    }

    fileprivate func contact(over known: Contact?) -> Contact {
        Contact(
            firstName: contact.firstName, lastName: contact.lastName, email: contact.email,
            jobTitle: contact.jobTitle ?? known?.jobTitle, telephone: contact.telephone,
            telephoneExtension: contact.telephoneExtension ?? known?.telephoneExtension)
    }
}

extension SettingsDesk {
    package func changeContacts(
        _ changes: [ContactChange], of id: ID<Order>, for caller: Caller
    ) async throws {
        guard Set(changes.map(\.role)).count == changes.count else {
            throw Refusal.repeatedContactType
        }
        try await changeOrder(id, for: caller) { tx, order in
            if !order.product.needsOrganization,
                changes.contains(where: { $0.role == .organization }
                )
            {
                throw Refusal.invalid(
                    "contacts.contact_type",
                    "is organization_contact, but the order is for no organization")
            }
            let shown = try tx.shownContacts(of: order)
            for change in changes {
                try tx.save(
                    change.contact(over: shown[change.role]), as: change.role, of: order.id)
            }
            try tx.touch(order)
        }
    }
}

extension Transaction {
    /// Whom an order shows: its own contacts, or else those that stand in for them.
    fileprivate func shownContacts(of order: Order) throws -> [ContactRole: Contact] {
        var shown = Dictionary(
            uniqueKeysWithValues: try contacts(of: order.id).map { ($0.0, $0.1) })
        shown[.organization] =
            try shown[.organization]
            ?? order.organizationID.flatMap { try organization($0)?.contact }
        shown[.technical] = shown[.technical] ?? shown[.organization]
        return shown
    }
}

extension Refusal {
    static let repeatedContactType = Refusal(
        .duplicateContactType,
        """
        A duplicate contact type was submitted. Make sure your request includes no more \
        than one of each contact type and try again.
        """)
}
