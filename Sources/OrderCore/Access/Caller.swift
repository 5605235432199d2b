/// Who is asking: a user of an account, through a key that may narrow its rights.
package struct Caller: Equatable, Sendable {
    package let user: User
    package let account: Account
    /// The key that was shown; none for a command on the CA's own machine.
    package let key: Key?
    /// From where this caller is let in.
    package let admission: Admission

    package struct Key: Equatable, Sendable {
        package let id: ID<APIKey>
        package let name: String
        package let role: KeyRole

        package init(id: ID<APIKey>, name: String, role: KeyRole) {
            self.id = id
            self.name = name
            self.role = role
        }
    }

    package init(
        user: User, account: Account, key: Key?, admission: Admission = .everywhere
    ) {
        self.user = user
        self.account = account
        self.key = key
        self.admission = admission
    }

    package func may(_ right: Right) -> Bool {
        user.role.rights.contains(right) && (key?.role.rights.contains(right) ?? true)
    }

    /// Whether the caller can do and see all that another user can, and so may change it.
    package func covers(_ other: User) -> Bool {
        let confines = user.assignments
        let isWithin =
            confines.isEmpty
            || !other.assignments.isEmpty && other.assignments.allSatisfy(confines.contains)
        return isWithin && user.role.covers(other.role)
    }

    /// Where an order that this caller places comes from.
    package var origin: Origin { key.map { .apiKey(name: $0.name) } ?? .console }

    package var scope: Scope {
        Scope(
            accountID: account.id, containerIDs: user.assignments,
            ownerID: user.role.seesOwnOrdersOnly ? user.id : nil)
    }
}

/// Marks the ids of API keys.
package enum APIKey {}

/// What a caller can see at all. Whatever lies outside does not exist for it.
package struct Scope: Equatable, Sendable {
    package let accountID: ID<Account>
    /// Empty: every container of the account.
    package let containerIDs: [ID<Container>]
    /// Set: only what this user made.
    package let ownerID: ID<User>?

    package init(
        accountID: ID<Account>, containerIDs: [ID<Container>] = [], ownerID: ID<User>? = nil
    ) {
        self.accountID = accountID
        self.containerIDs = containerIDs
        self.ownerID = ownerID
    }

    package func sees(account: ID<Account>, container: ID<Container>) -> Bool {
        account == accountID && (containerIDs.isEmpty || containerIDs.contains(container))
    }

    package func sees(
        account: ID<Account>, container: ID<Container>, placedBy user: ID<User>
    ) -> Bool {
        sees(account: account, container: container) && (ownerID == nil || ownerID == user)
    }

    package func sees(_ order: Order) -> Bool {
        sees(account: order.accountID, container: order.containerID, placedBy: order.userID)
    }
}
