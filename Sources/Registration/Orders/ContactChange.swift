package import OrderCore
import Storage

/// Who shall be asked about an order, in one role. What is left out stays as it was.
package struct ContactChange: Sendable {
    package let role: ContactRole
    package let firstName: String
    package let lastName: String
    package let email: String
    package let jobTitle: String?
    package let telephone: String
    package let telephoneExtension: String?

    package init(
        role: ContactRole, firstName: String, lastName: String, email: String, jobTitle: String?,
        telephone: String, telephoneExtension: String?
    ) {
        self.role = role
        self.firstName = firstName
        self.lastName = lastName
        self.email = email
        self.jobTitle = jobTitle
        self.telephone = telephone
        self.telephoneExtension = telephoneExtension
    }

    package static let nameCharactersMax = 128
    package static let lineCharactersMax = 255

    fileprivate func contact(over known: Contact?) -> Contact {
        Contact(
            firstName: firstName, lastName: lastName, email: email,
            jobTitle: jobTitle ?? known?.jobTitle, telephone: telephone,
            telephoneExtension: telephoneExtension ?? known?.telephoneExtension)
    }

    fileprivate func check() throws {
        for (name, member) in [(firstName, "first_name"), (lastName, "last_name")]
        where name.count > Self.nameCharactersMax {
            throw Refusal.invalid(
                "contacts.\(member)", "is longer than \(Self.nameCharactersMax) characters")
        }
        let lines = [
            (jobTitle ?? "", "job_title"), (telephone, "telephone"),
            (telephoneExtension ?? "", "telephone_extension"),
        ]
        for (line, member) in lines where line.count > Self.lineCharactersMax {
            throw Refusal.invalid(
                "contacts.\(member)", "is longer than \(Self.lineCharactersMax) characters")
        }
        guard EmailAddress.isPlausible(email) else {
            throw Refusal.invalid(
                "contacts.email", "is \(email.quoted), which is no e-mail address")
        }
    }
}

extension SettingsDesk {
    package func changeContacts(
        _ changes: [ContactChange], of id: ID<Order>, for caller: Caller
    ) async throws {
        try changes.forEach { try $0.check() }
        guard Set(changes.map(\.role)).count == changes.count else {
            throw Refusal(
                .duplicateContactType,
                """
                A duplicate contact type was submitted. Make sure your request includes no more \
                than one of each contact type and try again.
                """)
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
            let known = try tx.contacts(of: order.id)
            for change in changes {
                let old = known.first { $0.0 == change.role }?.1
                try tx.save(change.contact(over: old), as: change.role, of: order.id)
            }
            try tx.touch(order)
        }
    }
}
