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
        if given.userID == nil, case .known(let organizationID) = choice {
            let approvers = try approvers(of: [organizationID])[organizationID] ?? []
            if let known = approvers.first(where: { $0.id == ID(Int64(id)) })?.person {
                return given.named(
                    known.firstName, known.lastName, known.email, known.jobTitle, known.telephone)
            }
            if organizationID == ID(Int64(id)),
                let known = try organization(organizationID)?.contact
            {
                return given.named(
                    known.firstName, known.lastName, known.email, known.jobTitle, known.telephone)
            }
        }
        guard let user = try user(ID(Int64(id))), user.accountID == caller.account.id else {
            let kind = given.userID == nil ? "contact" : "user"
            throw Refusal.invalid(
                "organization.contacts", "has the \(kind) \(id), who is none of the account")
        }
        return given.named(
            user.firstName, user.lastName, user.email, user.jobTitle, user.telephone)
    }
}

extension VerifiedContact {
    fileprivate func named(
        _ firstName: String?, _ lastName: String?, _ email: String?, _ jobTitle: String?,
        _ telephone: String?
    ) -> VerifiedContact {
        var contact = self
        contact.firstName = firstName
        contact.lastName = lastName
        contact.email = email
        contact.jobTitle = jobTitle
        contact.telephone = telephone
        return contact
    }
}
