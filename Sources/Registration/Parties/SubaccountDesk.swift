package import Foundation
package import OrderCore
package import Storage

/// Where an account looks after the accounts below it.
package struct SubaccountDesk: Sendable {
    let registry: Registry

    package init(registry: Registry) {
        self.registry = registry
    }

    package var now: Date { registry.clock.now }

    package func list(
        _ query: ListQuery<SubaccountProperty>, for caller: Caller
    ) async throws -> Listed<SubaccountLine> {
        try await registry.database.read { tx in
            let listed = try tx.subaccounts(of: caller.account.id, query)
            let managers = try tx.managers(of: listed.elements.map(\.id))
            return listed.map { SubaccountLine(account: $0, manager: managers[$0.id]) }
        }
    }

    package func file(_ id: ID<Account>, for caller: Caller) async throws -> SubaccountFile {
        try await registry.database.read { tx in
            guard let account = try tx.account(id), account.parentID == caller.account.id,
                let administrator = try tx.administrator(of: id)
            else { throw Refusal.notFound(.subaccount) }
            let organizations = try tx.organizations(in: Scope(accountID: id), ListQuery())
            return SubaccountFile(
                account: account, administrator: administrator,
                organization: organizations.elements.first,
                container: try tx.container(administrator.containerID),
                manager: try tx.managers(of: [id])[id],
                billsParent: try tx.terms(of: id).billsParent)
        }
    }

    package func orders(
        _ query: ListQuery<SubaccountOrderProperty>, for caller: Caller
    ) async throws -> Listed<SubaccountEntry> {
        try await registry.priced(
            try await registry.database.subaccountOrders(
                of: caller.account.id, query, from: registry.orderIndex))
    }

    package func order(_ id: ID<Order>, for caller: Caller) async throws -> SubaccountEntry {
        let entry = try await registry.database.read {
            try $0.subaccountOrder(id, of: caller.account.id)
        }
        guard let entry else { throw Refusal.notFound(.order) }
        return try await registry.priced(entry)
    }

    /// What a client says of a subaccount that it makes.
    package struct Wish: Sendable {
        package let kind: Account.Kind
        package let childName: String?
        /// Who of the account above looks after it.
        package let managerID: ID<User>?
        package let billsParent: Bool
        package let organization: OrganizationText
        package let user: FounderText

        package init(
            kind: Account.Kind, childName: String?, managerID: ID<User>? = nil,
            billsParent: Bool = false, organization: OrganizationText, user: FounderText
        ) {
            self.kind = kind
            self.childName = childName
            self.managerID = managerID
            self.billsParent = billsParent
            self.organization = organization
            self.user = user
        }
    }

    package static let childNameCharactersMax = 64

    /// Makes the account with its first division, organization and administrator. A managed
    /// account gets an API key as well, shown this once.
    package func add(
        _ wish: Wish, for caller: Caller, keeping keepsake: Keepsake<NewSubaccount> = .none
    ) async throws -> NewSubaccount {
        try Self.check(childName: wish.childName)
        let now = registry.clock.now
        let founder = try wish.user.checked(path: "user")
        let publicID = registry.tokens.publicID()
        let key = wish.kind == .managed ? registry.tokens.apiKey() : nil
        return try await registry.database.write { tx in
            let founding = AccountFounding(
                parentID: caller.account.id, kind: wish.kind, childName: wish.childName,
                organization: wish.organization, founder: founder, containerPublicID: publicID)
            let founded = try tx.found(founding, at: now)
            if let manager = wish.managerID {
                try tx.setManager(manager, of: founded.accountID, for: caller)
            }
            if wish.billsParent { try tx.setBillsParent(true, of: founded.accountID) }
            if let key {
                _ = try tx.insert(
                    NewAPIKey(
                        accountID: founded.accountID, userID: founded.userID,
                        name: "Managed account", hash: APIKeyHash.hash(key), role: .unrestricted,
                        createdAt: now))
            }
            let made = NewSubaccount(id: founded.accountID, apiKey: key)
            try keepsake.keep(made, in: tx)
            return made
        }
    }
}

/// A subaccount that was just made, with its API key if it got one.
package struct NewSubaccount: Sendable {
    package let id: ID<Account>
    package let apiKey: String?
}

package struct SubaccountFile: Sendable {
    package let account: Account
    package let administrator: User
    package let organization: Organization?
    package let container: Container?
    package let manager: UserReference?
    package let billsParent: Bool
}

/// A subaccount in a list, with who looks after it.
package struct SubaccountLine: Sendable {
    package let account: Account
    package let manager: UserReference?
}
