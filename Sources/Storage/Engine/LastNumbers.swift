extension Dialect {
    /// The tables of which rows are deleted whose numbers clients know: no number of theirs is
    /// given twice, also where the row that bore it is gone.
    static let tablesWithDeletions: Set<String> = [
        "control_invitations", "custom_fields", "domains", "ip_rules", "organizations", "users",
        "verified_contacts",
    ]

    /// The number for the next row, on an engine that counts by the rows that are there.
    func numberAfterRows(of table: Substring) -> String {
        let last = "coalesce((SELECT max(id) FROM \(table)), 0)"
        guard Self.tablesWithDeletions.contains(String(table)) else {
            return "(SELECT \(last) + 1)"
        }
        return """
            (SELECT max(\(last), coalesce((SELECT number FROM last_numbers \
            WHERE table_name = '\(table)'), 0)) + 1)
            """
    }
}

extension Transaction {
    /// Deletes rows of one of ``Dialect/tablesWithDeletions``, and keeps the last number that was
    /// given there: PostgreSQL would know it, but a copy of it on the other engine would not.
    @discardableResult
    func delete(from table: String, where condition: String, _ values: [SQLValue]) throws -> Int {
        precondition(Dialect.tablesWithDeletions.contains(table))
        try run(
            """
            INSERT INTO last_numbers (table_name, number)
            SELECT '\(table)', coalesce(max(id), 0) FROM \(table) WHERE 1 = 1
            ON CONFLICT (table_name) DO UPDATE SET number = excluded.number
            WHERE last_numbers.number < excluded.number
            """, [])
        return try run("DELETE FROM \(table) WHERE \(condition)", values)
    }
}
