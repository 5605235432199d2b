package import OrderCore
package import Storage

/// What becomes of a subaccount after it was made, and what its parent may see of it.
extension SubaccountDesk {
    /// What is to change; what is left out stays.
    package struct Change: Sendable {
        package var childName: String?
        package var manager: Appointment
        package var billsParent: Bool?

        package init(childName: String?, manager: Appointment, billsParent: Bool?) {
            self.childName = childName
            self.manager = manager
            self.billsParent = billsParent
        }
    }

    package enum Appointment: Sendable {
        case none
        case set(ID<User>)
        case remove
    }

    package func edit(_ id: ID<Account>, _ change: Change, for caller: Caller) async throws {
        try Self.check(childName: change.childName)
        try await registry.database.write { tx in
            try tx.requireChild(id, of: caller)
            if let name = change.childName { try tx.setChildName(name, of: id) }
            switch change.manager {
            case .none: break
            case .set(let manager): try tx.setManager(manager, of: id, for: caller)
            case .remove: try tx.saveManager(nil, of: id)
            }
            if let billsParent = change.billsParent {
                try tx.setBillsParent(billsParent, of: id)
            }
        }
    }

    static func check(childName: String?) throws(Refusal) {
        guard let childName, childName.count > childNameCharactersMax else { return }
        throw .invalid("child_name", "is longer than \(childNameCharactersMax) characters")
    }

    package func domains(
        of id: ID<Account>, _ query: ListQuery<DomainProperty>, for caller: Caller
    ) async throws -> Listed<DomainFile> {
        try await registry.database.read { tx in
            try tx.requireChild(id, of: caller)
            return try tx.domains(in: Scope(accountID: id), query).map { try tx.file($0) }
        }
    }

    package func organizations(
        of id: ID<Account>, _ query: ListQuery<OrganizationProperty>, for caller: Caller
    ) async throws -> Listed<Organization> {
        try await registry.database.read { tx in
            try tx.requireChild(id, of: caller)
            return try tx.organizations(in: Scope(accountID: id), query)
        }
    }

    /// What a subaccount has spent; nothing as long as it has no order.
    package func spending(
        of id: ID<Account>, for caller: Caller
    ) async throws -> (Spending, currency: String)? {
        try await registry.database.read { tx in
            try tx.requireChild(id, of: caller)
            guard let spending = try tx.spending(of: id) else { return nil }
            return (spending, try tx.terms(of: id).currency)
        }
    }
}

extension Transaction {
    /// Has somebody of the caller's account look after one below it.
    func setManager(_ id: ID<User>, of account: ID<Account>, for caller: Caller) throws {
        guard let manager = try user(id), manager.accountID == caller.account.id,
            manager.isActive
        else {
            throw Refusal.invalid(
                "account_manager_user_id", "is \(id), who is no active user of the account")
        }
        try saveManager(id, of: account)
    }

    fileprivate func saveManager(_ id: ID<User>?, of account: ID<Account>) throws {
        var settings = try settings(of: account)
        settings.managerID = id
        try save(settings, of: account)
    }

    /// Money is taken from the account above as it is counted here, so both count the same.
    func setBillsParent(_ billsParent: Bool, of id: ID<Account>) throws {
        var terms = try terms(of: id)
        if billsParent, let parent = try account(id)?.parentID {
            let currency = try self.terms(of: parent).currency
            guard currency == terms.currency else {
                throw Refusal.invalid(
                    "bill_parent",
                    "cannot be set: the account counts in \(terms.currency), and the one above it "
                        + "in \(currency)")
            }
        }
        terms.billsParent = billsParent
        try save(terms, of: id)
    }
}
