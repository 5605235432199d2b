package import Foundation
package import OrderCore

extension Transaction {
    /// Writes who a user is, what it may do and whether it is let in; not what it is confined to.
    package func save(_ user: User) throws {
        try post(
            """
            UPDATE users SET username = $2, first_name = $3, last_name = $4, email = $5,
              job_title = $6, telephone = $7, role_id = $8, is_active = $9
            WHERE id = $1
            """,
            [
                .id(user.id), .text(user.username), .text(user.firstName), .text(user.lastName),
                .text(user.email), .text(user.jobTitle), .text(user.telephone),
                .int(user.role.rawValue), .flag(user.isActive),
            ])
    }

    /// Writes what a user is confined to.
    package func confine(_ id: ID<User>, to containers: [ID<Container>]) throws {
        try run("DELETE FROM user_containers WHERE user_id = $1", [.id(id)])
        try assign(containers, to: id)
    }

    /// For a user that is confined to nothing yet.
    func assign(_ containers: [ID<Container>], to id: ID<User>) throws {
        var seen: Set<ID<Container>> = []
        for container in containers where seen.insert(container).inserted {
            try post(
                "INSERT INTO user_containers (user_id, container_id) VALUES ($1, $2)",
                [.id(id), .id(container)])
        }
    }

    /// Whether anything was made by this user, so that its name is still needed.
    package func isNamed(_ id: ID<User>) throws -> Bool {
        let columns = [
            ("orders", "user_id"), ("certificates", "user_id"), ("requests", "requester_id"),
            ("requests", "processor_id"), ("requests", "reviewer_id"), ("order_notes", "user_id"),
            ("api_keys", "user_id"), ("voucher_orders", "user_id"), ("unit_orders", "user_id"),
            ("account_settings", "manager_id"), ("verified_contacts", "user_id"),
        ]
        return try columns.contains { table, column in
            try row("SELECT 1 FROM \(table) WHERE \(column) = $1 LIMIT 1", [.id(id)]) {
                $0.int()
            } != nil
        }
    }

    /// For one that nothing names.
    package func delete(_ id: ID<User>) throws {
        try run("DELETE FROM user_containers WHERE user_id = $1", [.id(id)])
        try delete(from: "ip_rules", where: "user_id = $1", [.id(id)])
        try delete(from: "users", where: "id = $1", [.id(id)])
    }

    package func revokeKeys(of user: ID<User>, at now: Date) throws {
        try run(
            "UPDATE api_keys SET revoked_at = $2 WHERE user_id = $1 AND revoked_at IS NULL",
            [.id(user), .date(now)])
    }

    package func isLastAdministrator(_ user: User) throws -> Bool {
        try isLastAdministrator(user, where: "")
    }

    /// The same among those that are confined to no containers.
    package func isLastFreeAdministrator(_ user: User) throws -> Bool {
        guard user.assignments.isEmpty else { return false }
        return try isLastAdministrator(
            user, where: "AND NOT EXISTS (SELECT 1 FROM user_containers c WHERE c.user_id = u.id)")
    }

    private func isLastAdministrator(_ user: User, where narrower: String) throws -> Bool {
        guard user.role == .administrator, user.isActive else { return false }
        let others = try row(
            """
            SELECT COUNT(*) FROM users u
            WHERE u.account_id = $1 AND u.role_id = $2 AND u.is_active = 1 AND u.id <> $3
              \(narrower)
            """,
            [.id(user.accountID), .int(Role.administrator.rawValue), .id(user.id)]
        ) { $0.int() }
        return others == 0
    }
}
