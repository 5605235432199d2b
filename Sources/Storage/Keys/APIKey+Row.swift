package import Foundation
package import OrderCore

/// An API key as it is kept: the secret itself is shown once and stored only as its SHA-256.
package struct APIKeyRecord: Equatable, Sendable {
    package let id: ID<APIKey>
    package let accountID: ID<Account>
    package let userID: ID<User>
    package let name: String
    package let role: KeyRole
    package let createdAt: Date
    package let revokedAt: Date?

    static let columns =
        "y.id, y.account_id, y.user_id, y.name, y.role_id, y.created_at, y.revoked_at"

    init(row: inout Columns) throws {
        id = row.id()
        accountID = row.id()
        userID = row.id()
        name = row.text()
        role = try KeyRole(column: row.int())
        createdAt = row.date()
        revokedAt = row.dateIfPresent()
    }
}

extension KeyRole {
    init(column value: Int) throws {
        guard let role = KeyRole(rawValue: value) else {
            throw StorageProblem.unreadable(column: "role_id", value: String(value))
        }
        self = role
    }
}

package struct NewAPIKey: Sendable {
    let accountID: ID<Account>
    let userID: ID<User>
    let name: String
    let hash: [UInt8]
    let role: KeyRole
    let createdAt: Date

    package init(
        accountID: ID<Account>, userID: ID<User>, name: String, hash: [UInt8], role: KeyRole,
        createdAt: Date
    ) {
        self.accountID = accountID
        self.userID = userID
        self.name = name
        self.hash = hash
        self.role = role
        self.createdAt = createdAt
    }
}

extension Transaction {
    /// The caller behind a key, if the key is known, not revoked, and its user active.
    package func caller(keyHash: [UInt8]) throws -> Caller? {
        if let known = memory?.caller(keyHash: keyHash) { return known }
        guard let caller = try readCaller(keyHash: keyHash) else { return nil }
        memory?.remember(caller, keyHash: keyHash)
        return caller
    }

    private func readCaller(keyHash: [UInt8]) throws -> Caller? {
        let found = try row(
            CallerStatement.text, [.bytes(keyHash)]
        ) { row in
            (
                Caller.Key(id: row.id(), name: row.text(), role: try KeyRole(column: row.int())),
                try User(row: &row), try Account(row: &row), row.flag(), row.flag()
            )
        }
        // Asked with every request: most users are not confined, and most accounts have no rules
        // about addresses. They cost no second question.
        guard let (key, user, account, isConfined, hasRules) = found else { return nil }
        let containers = isConfined ? try assignments(of: user.id) : []
        let admission =
            hasRules
            ? Admission(try ipRules(of: account.id), user: user.id, key: key.id) : .everywhere
        return Caller(
            user: user.assigned(to: containers), account: account, key: key, admission: admission)
    }

    package func apiKeys(of account: ID<Account>) throws -> [APIKeyRecord] {
        try rows(
            """
            SELECT \(APIKeyRecord.columns) FROM api_keys y WHERE y.account_id = $1 ORDER BY y.id
            """, [.id(account)]
        ) { try APIKeyRecord(row: &$0) }
    }

    package func insert(_ new: NewAPIKey) throws -> ID<APIKey> {
        try insert(
            """
            INSERT INTO api_keys (account_id, user_id, name, hash, role_id, created_at)
            VALUES ($1, $2, $3, $4, $5, $6) RETURNING id
            """,
            [
                .id(new.accountID), .id(new.userID), .text(new.name), .bytes(new.hash),
                .int(new.role.rawValue), .date(new.createdAt),
            ])
    }

    package func apiKey(_ id: ID<APIKey>, of account: ID<Account>) throws -> APIKeyRecord? {
        try row(
            """
            SELECT \(APIKeyRecord.columns) FROM api_keys y WHERE y.id = $1 AND y.account_id = $2
            """, [.id(id), .id(account)]
        ) { try APIKeyRecord(row: &$0) }
    }

    package func save(_ id: ID<APIKey>, name: String, role: KeyRole) throws {
        try run(
            "UPDATE api_keys SET name = $2, role_id = $3 WHERE id = $1",
            [.id(id), .text(name), .int(role.rawValue)])
    }

    package func setRevoked(_ id: ID<APIKey>, at time: Date?) throws {
        try run(
            "UPDATE api_keys SET revoked_at = $2 WHERE id = $1", [.id(id), .date(time)])
    }

    /// Returns whether there was such a key still in force.
    package func revokeKey(_ id: ID<APIKey>, of account: ID<Account>, at now: Date) throws -> Bool {
        try run(
            """
            UPDATE api_keys SET revoked_at = $1
            WHERE id = $2 AND account_id = $3 AND revoked_at IS NULL
            """, [.date(now), .id(id), .id(account)]) == 1
    }
}

/// Asked with every request, so its text is put together once.
private enum CallerStatement {
    static let text = """
        SELECT y.id, y.name, y.role_id, \(User.columns), \(Account.columns),
          CASE WHEN EXISTS (SELECT 1 FROM user_containers m WHERE m.user_id = u.id)
            THEN 1 ELSE 0 END,
          CASE WHEN EXISTS (SELECT 1 FROM ip_rules i WHERE i.account_id = y.account_id)
            THEN 1 ELSE 0 END
        FROM api_keys y JOIN users u ON u.id = y.user_id JOIN accounts a ON a.id = y.account_id
        WHERE y.hash = $1 AND y.revoked_at IS NULL AND u.is_active = 1
        """
}
