package import Foundation
package import OrderCore

extension Account {
    static let columns = """
        a.id, a.parent_id, a.kind, a.organization_name, a.child_name, a.created_at
        """

    init(row: inout Columns) throws {
        self.init(
            id: row.id(), parentID: row.idIfPresent(), kind: try row.word(),
            organizationName: row.text(), childName: row.textIfPresent(), createdAt: row.date())
    }
}

/// What an account is made from.
package struct NewAccount: Sendable {
    let parentID: ID<Account>?
    let kind: Account.Kind
    let organizationName: String
    let childName: String?
    let createdAt: Date

    package init(
        parentID: ID<Account>?, kind: Account.Kind, organizationName: String, childName: String?,
        createdAt: Date
    ) {
        self.parentID = parentID
        self.kind = kind
        self.organizationName = organizationName
        self.childName = childName
        self.createdAt = createdAt
    }
}

package enum SubaccountProperty: String, ListProperty {
    case accountID = "account_id"
    case accountType = "account_type"
    case organizationName = "organization_name"
    case dateCreated = "date_created"
    case search

    package var form: ListForm {
        switch self {
        case .accountID: .integer
        case .accountType, .organizationName, .search: .text
        case .dateCreated: .date
        }
    }

    package var condition: String {
        switch self {
        case .accountID: "a.id {}"
        case .accountType: "a.kind {}"
        case .organizationName, .search: "a.organization_name {}"
        case .dateCreated: "a.created_at {}"
        }
    }

    package var order: String? {
        switch self {
        case .accountID: "a.id"
        case .accountType: "a.kind"
        case .organizationName: "a.organization_name"
        case .dateCreated: "a.created_at"
        case .search: nil
        }
    }
}

extension Transaction {
    package func account(_ id: ID<Account>) throws -> Account? {
        try row("SELECT \(Account.columns) FROM accounts a WHERE a.id = $1", [.id(id)]) {
            try Account(row: &$0)
        }
    }

    /// Whether anybody has founded anything here, whatever the step of the schema.
    package func hasAccounts() throws -> Bool {
        try row("SELECT 1 FROM accounts LIMIT 1", []) { $0.int() } != nil
    }

    /// The account that has no parent: the owner of the installation.
    package func rootAccount() throws -> Account? {
        try row(
            "SELECT \(Account.columns) FROM accounts a WHERE a.parent_id IS NULL ORDER BY a.id", []
        ) { try Account(row: &$0) }
    }

    package func insert(_ new: NewAccount) throws -> ID<Account> {
        try insert(
            """
            INSERT INTO accounts (parent_id, kind, organization_name, child_name, created_at)
            VALUES ($1, $2, $3, $4, $5) RETURNING id
            """,
            [
                .id(new.parentID), .text(new.kind.rawValue), .text(new.organizationName),
                .text(new.childName), .date(new.createdAt),
            ])
    }

    /// The secret of the address under which guests of an account come in; none where they do not.
    package func guestToken(of account: ID<Account>) throws -> String? {
        try row("SELECT guest_token FROM accounts WHERE id = $1", [.id(account)]) {
            $0.textIfPresent()
        }.flatMap(\.self)
    }

    package func setGuestToken(_ token: String?, of account: ID<Account>) throws {
        try post(
            "UPDATE accounts SET guest_token = $2 WHERE id = $1", [.id(account), .text(token)])
    }

    package func subaccounts(
        of parent: ID<Account>, _ query: ListQuery<SubaccountProperty>
    ) throws -> Listed<Account> {
        var conditions = Conditions()
        conditions.add("a.parent_id {}", .id(parent))
        return try list(
            query, columns: Account.columns, from: ListSource("accounts a", key: "a.id"),
            conditions: conditions
        ) { try Account(row: &$0) }
    }
}
