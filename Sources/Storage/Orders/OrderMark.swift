package import OrderCore

/// What tells one edition of an order from the next, and who may see it: enough to know whether
/// an answer that was made earlier still holds, without reading the order's file.
package struct OrderMark: Sendable {
    package let id: ID<Order>
    package let accountID: ID<Account>
    package let containerID: ID<Container>
    package let userID: ID<User>
    package let edition: Edition

    /// Changes with whatever order info shows.
    package struct Edition: Hashable, Sendable {
        /// Moves of the order itself.
        package let version: Int64
        /// What hangs on it: requests, contacts, notes, custom fields.
        package let revision: Int64
        /// What it shows of its account: organizations, containers, users.
        package let accountRevision: Int64
    }
}

extension Transaction {
    package func orderMark(_ id: ID<Order>) throws -> OrderMark? {
        try row(
            """
            SELECT o.account_id, o.container_id, o.user_id, o.version, o.revision, a.revision
            FROM orders o JOIN accounts a ON a.id = o.account_id WHERE o.id = $1
            """, [.id(id)]
        ) {
            OrderMark(
                id: id, accountID: $0.id(), containerID: $0.id(), userID: $0.id(),
                edition: OrderMark.Edition(
                    version: $0.long(), revision: $0.long(), accountRevision: $0.long()))
        }
    }

    /// To be called with every change of a row that order info shows, unless the order itself is
    /// saved with it: an answer kept from before must not be given again.
    package func revise(_ id: ID<Order>) throws {
        try run("UPDATE orders SET revision = revision + 1 WHERE id = $1", [.id(id)])
    }

    /// The same for what many orders of an account show: a name of an organization, a container,
    /// a user or a custom field.
    package func revise(_ id: ID<Account>) throws {
        try run("UPDATE accounts SET revision = revision + 1 WHERE id = $1", [.id(id)])
    }
}
