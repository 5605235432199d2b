import OrderCore
import Storage

extension Transaction {
    /// What comes with an order, its contacts named.
    func details(_ wish: OrderWish, for caller: Caller) throws -> Order.Details {
        var details = wish.details
        if wish.product.family.isMark, details.verifiedContacts == nil {
            throw Refusal.required("organization.contacts")
        }
        details.verifiedContacts = try details.verifiedContacts?.map {
            try named($0, of: wish.organization, for: caller)
        }
        return details
    }

    /// Contacts that are known bear the names of those whom they are: of a user, of one who speaks
    /// for the organization, or of its contact, which is known by the organization's id.
    private func named(
        _ given: VerifiedContact, of choice: OrderWish.OrganizationWish?, for caller: Caller
    ) throws -> VerifiedContact {
        guard let id = given.userID ?? (given.email == nil ? given.contactID : nil) else {
            return given
        }
        if given.userID == nil, case .known(let organizationID) = choice,
            let known = try known(id, of: organizationID)
        {
            return given.named(known)
        }
        guard let user = try user(ID(Int64(id))), user.accountID == caller.account.id else {
            let kind = given.userID == nil ? "contact" : "user"
            throw Refusal.invalid(
                "organization.contacts", "has the \(kind) \(id), who is none of the account")
        }
        return given.named(Approver.Person(user))
    }

    private func known(_ id: Int, of organizationID: ID<Organization>) throws -> Approver.Person? {
        let approvers = try approvers(of: [organizationID])[organizationID] ?? []
        if let known = approvers.first(where: { $0.id == ID(Int64(id)) }) { return known.person }
        guard organizationID == ID(Int64(id)) else { return nil }
        return try organization(organizationID)?.contact.map(Approver.Person.init)
    }
}

extension VerifiedContact {
    fileprivate func named(_ person: Approver.Person) -> VerifiedContact {
        var contact = self
        contact.firstName = person.firstName
        contact.lastName = person.lastName
        contact.email = person.email
        contact.jobTitle = person.jobTitle
        contact.telephone = person.telephone
        return contact
    }
}
