package import OrderCore

extension CustomField {
    static let columns = """
        f.id, f.account_id, f.label, f.description, f.is_required, f.is_active, f.format
        """

    init(row: inout Columns) throws {
        self.init(
            id: row.id(), accountID: row.id(), label: row.text(),
            description: row.textIfPresent(), isRequired: row.flag(), isActive: row.flag(),
            format: try row.word())
    }
}

package struct NewCustomField: Sendable {
    let accountID: ID<Account>
    let label: String
    let description: String?
    let isRequired: Bool
    let format: CustomField.Format

    package init(
        accountID: ID<Account>, label: String, description: String?, isRequired: Bool,
        format: CustomField.Format
    ) {
        self.accountID = accountID
        self.label = label
        self.description = description
        self.isRequired = isRequired
        self.format = format
    }
}

extension Transaction {
    package func customFields(of account: ID<Account>) throws -> [CustomField] {
        try rows(
            """
            SELECT \(CustomField.columns) FROM custom_fields f
            WHERE f.account_id = $1 ORDER BY f.id
            """, [.id(account)]
        ) { try CustomField(row: &$0) }
    }

    package func insert(_ new: NewCustomField) throws -> ID<CustomField> {
        try insert(
            """
            INSERT INTO custom_fields
              (account_id, label, description, is_required, is_active, format)
            VALUES ($1, $2, $3, $4, 1, $5) RETURNING id
            """,
            [
                .id(new.accountID), .text(new.label), .text(new.description),
                .flag(new.isRequired), .text(new.format.rawValue),
            ])
    }
}
