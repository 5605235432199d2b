package import OrderCore
import Storage

/// Whom a client names to speak for an organization in one type of validation.
package struct ApproverWish: Sendable {
    package enum Person: Sendable {
        case user(ID<User>)
        /// One that the organization has already, by its number there.
        case known(ID<Approver>)
        case contact(Contact)
    }

    let type: ValidationType
    let person: Person

    package init(type: ValidationType, person: Person) {
        self.type = type
        self.person = person
    }

    fileprivate static let path = "validations.verified_users"
}

extension Transaction {
    /// Adds those who are new, and has those who are known speak in further types as well.
    func add(_ wishes: [ApproverWish], to id: ID<Organization>, of account: ID<Account>) throws {
        guard !wishes.isEmpty else { return }
        var known = try approvers(of: [id])[id] ?? []
        for wish in wishes {
            let person = try self.person(wish.person, among: known, of: account)
            if let same = known.first(where: { $0.person.isSame(as: person) }) {
                guard !same.types.contains(wish.type) else { continue }
                try save(same.types + [wish.type], of: same.id)
            } else {
                guard known.count < Approver.countMax else {
                    throw Refusal.invalid(
                        ApproverWish.path,
                        "would be more than \(Approver.countMax), the most of one organization")
                }
                try insert(person, [wish.type], of: id)
            }
            known = try approvers(of: [id])[id] ?? []
        }
    }

    private func person(
        _ wish: ApproverWish.Person, among known: [Approver], of account: ID<Account>
    ) throws -> Approver.Person {
        switch wish {
        case .contact(let contact): return Approver.Person(contact)
        case .known(let id):
            guard let approver = known.first(where: { $0.id == id }) else {
                throw Refusal.invalid(
                    ApproverWish.path, "has the contact \(id), who is none of the organization")
            }
            return approver.person
        case .user(let id):
            guard let user = try user(id), user.accountID == account else {
                throw Refusal.invalid(
                    ApproverWish.path, "has the user \(id), who is none of the account")
            }
            return Approver.Person(user)
        }
    }
}
