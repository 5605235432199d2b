package import Foundation
package import OrderCore

extension IPRule {
    static let columns = """
        i.id, i.account_id, i.user_id, i.api_key_id, i.first_address, i.last_address, \
        i.description, i.created_at
        """

    init(row: inout Columns) {
        let id: ID<IPRule> = row.id()
        let account: ID<Account> = row.id()
        let user: ID<User>? = row.idIfPresent()
        let key: ID<APIKey>? = row.idIfPresent()
        let first = IPv4Address(number: UInt32(clamping: row.int()))
        let last = IPv4Address(number: UInt32(clamping: row.int()))
        self.init(
            id: id, accountID: account,
            subject: user.map(Subject.user) ?? key.map(Subject.key) ?? .account,
            range: first...max(first, last), description: row.textIfPresent(),
            createdAt: row.date())
    }
}

package struct NewIPRule: Sendable {
    let accountID: ID<Account>
    let subject: IPRule.Subject
    let range: ClosedRange<IPv4Address>
    let description: String?
    let createdAt: Date

    package init(
        accountID: ID<Account>, subject: IPRule.Subject, range: ClosedRange<IPv4Address>,
        description: String?, createdAt: Date
    ) {
        self.accountID = accountID
        self.subject = subject
        self.range = range
        self.description = description
        self.createdAt = createdAt
    }
}

extension Transaction {
    package func ipRules(of account: ID<Account>) throws -> [IPRule] {
        try rows(
            "SELECT \(IPRule.columns) FROM ip_rules i WHERE i.account_id = $1 ORDER BY i.id",
            [.id(account)]
        ) { IPRule(row: &$0) }
    }

    /// The rules of all accounts, for those who run the installation.
    package func ipRules() throws -> [IPRule] {
        try rows("SELECT \(IPRule.columns) FROM ip_rules i ORDER BY i.id", []) {
            IPRule(row: &$0)
        }
    }

    package func insert(_ new: NewIPRule) throws -> ID<IPRule> {
        var user: ID<User>?
        var key: ID<APIKey>?
        switch new.subject {
        case .account: break
        case .user(let id): user = id
        case .key(let id): key = id
        }
        return try insert(
            """
            INSERT INTO ip_rules (id, account_id, user_id, api_key_id, first_address, last_address,
              description, created_at)
            VALUES ({next ip_rules}, $1, $2, $3, $4, $5, $6, $7) RETURNING id
            """,
            [
                .id(new.accountID), .id(user), .id(key), .int(Int(new.range.lowerBound.number)),
                .int(Int(new.range.upperBound.number)), .text(new.description),
                .date(new.createdAt),
            ])
    }

    /// Returns whether there was such a rule.
    package func delete(_ id: ID<IPRule>) throws -> Bool {
        try delete(from: "ip_rules", where: "id = $1", [.id(id)]) == 1
    }
}
