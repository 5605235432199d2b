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
    let isActive: Bool
    let format: CustomField.Format

    package init(
        accountID: ID<Account>, label: String, description: String?, isRequired: Bool,
        isActive: Bool = true, format: CustomField.Format
    ) {
        self.accountID = accountID
        self.label = label
        self.description = description
        self.isRequired = isRequired
        self.isActive = isActive
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
              (id, account_id, label, description, is_required, is_active, format)
            VALUES ({next custom_fields}, $1, $2, $3, $4, $5, $6) RETURNING id
            """,
            [
                .id(new.accountID), .text(new.label), .text(new.description),
                .flag(new.isRequired), .flag(new.isActive), .text(new.format.rawValue),
            ])
    }

    package func save(_ field: CustomField) throws {
        try post(
            """
            UPDATE custom_fields SET label = $2, description = $3, is_required = $4,
              is_active = $5, format = $6
            WHERE id = $1
            """,
            [
                .id(field.id), .text(field.label), .text(field.description),
                .flag(field.isRequired), .flag(field.isActive), .text(field.format.rawValue),
            ])
    }

    /// Whether an order has an answer to it.
    package func isAnswered(_ id: ID<CustomField>) throws -> Bool {
        try row(
            "SELECT 1 FROM order_custom_fields WHERE custom_field_id = $1 LIMIT 1", [.id(id)]
        ) { $0.int() } != nil
    }

    package func delete(_ id: ID<CustomField>) throws {
        try delete(from: "custom_fields", where: "id = $1", [.id(id)])
    }
}
