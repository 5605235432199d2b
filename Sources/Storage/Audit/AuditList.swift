package import OrderCore

package enum AuditProperty: String, ListProperty {
    case id
    case date
    case author = "author_type"
    case userID = "user_id"
    case apiKeyID = "api_key_id"
    case operation
    case object = "object_type"
    case objectID = "object_id"
    case requestID = "request_id"

    package var form: ListForm {
        switch self {
        case .id, .userID, .apiKeyID, .objectID: .integer
        case .date: .date
        case .author:
            .words(
                Dictionary(
                    uniqueKeysWithValues: Author.Kind.allCases.map { ($0.rawValue, [$0.rawValue]) })
            )
        case .operation, .object, .requestID: .text
        }
    }

    package var condition: String {
        switch self {
        case .id: "e.id {}"
        case .date: "e.at {}"
        case .author: "e.author {}"
        case .userID: "e.user_id {}"
        case .apiKeyID: "e.api_key_id {}"
        case .operation: "e.operation {}"
        case .object: "e.object {}"
        case .objectID: "e.object_id {}"
        case .requestID: "e.request_id {}"
        }
    }

    /// In the order of time, which is nearly that of numbers; no index keeps another.
    package var order: String? {
        switch self {
        case .date: "e.at"
        case .id, .author, .userID, .apiKeyID, .operation, .object, .objectID, .requestID: nil
        }
    }
}

extension Transaction {
    /// The entries of an account.
    package func auditEntries(
        of account: ID<Account>, _ query: ListQuery<AuditProperty>
    ) throws -> Listed<AuditEntry> {
        var conditions = Conditions()
        conditions.add("e.account_id {}", .id(account))
        return try list(
            query, columns: AuditEntry.columns, from: ListSource("audit_entries e", key: "e.id"),
            conditions: conditions
        ) { try AuditEntry(row: &$0) }
    }
}
