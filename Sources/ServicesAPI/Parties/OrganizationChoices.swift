import APIModels
import OrderCore
import Registration
import Storage
import Web

/// What a client offers its people to choose from where it adds an organization.
struct OrganizationChoices: Sendable {
    let desks: Desks

    /// In the order of the original; those that have come since stand last.
    func types(_ call: Call<NoBody>) -> ValidationTypeList {
        ValidationTypeList(
            validationTypes: [.smime, .cs, .evCS, .ds, .ov, .ev, .vmc].map(
                ValidationTypeDetails.init(ofOrganization:)))
    }

    func approvers(_ call: Call<NoBody>) async throws -> PotentialApprovers {
        let (users, _) = try await desks.parties.users(
            ListQuery<UserProperty>(), for: call.caller)
        let organizations = try await desks.organizations.list(
            ListQuery<OrganizationProperty>(), for: call.caller)
        let contacts = organizations.elements.compactMap(\.organization.contact)
        var seen = Set(users.elements.map { $0.email.lowercased() })
        return PotentialApprovers(
            users: users.elements.filter(\.isActive).map(PotentialApprover.init),
            contacts: contacts.filter { seen.insert($0.email.lowercased()).inserted }.map(
                PotentialApprover.init))
    }
}

extension ValidationTypeDetails {
    fileprivate init(ofOrganization type: OrderCore.ValidationType) {
        let needsUser: Set<OrderCore.ValidationType> = [.ev, .cs, .evCS]
        let needsDomain: Set<OrderCore.ValidationType> = [.ov, .ev]
        self.init(
            type: Open(type.rawValue), name: type.name, description: type.description,
            requiresUser: needsUser.contains(type),
            requiresDCV: needsDomain.contains(type) ? true : nil)
    }
}

extension PotentialApprover {
    fileprivate init(_ user: User) {
        self.init(
            userID: user.id.description, name: "\(user.firstName) \(user.lastName)",
            firstName: user.firstName, lastName: user.lastName, jobTitle: user.jobTitle,
            telephone: user.telephone, email: user.email)
    }

    fileprivate init(_ contact: OrderCore.Contact) {
        self.init(
            name: "\(contact.firstName) \(contact.lastName)", firstName: contact.firstName,
            lastName: contact.lastName, jobTitle: contact.jobTitle, telephone: contact.telephone,
            email: contact.email)
    }
}
