import Storage

extension Database {
    /// Every row of every table, a line each; what is random is only there or not.
    func dump() async throws -> [String] {
        let dialect = dialect
        return try await read { tx in
            try tx.tables(dialect).flatMap { table in
                let values = table.columns.map { column in
                    Self.randomColumns.contains(column.name)
                        ? "CASE WHEN \(column.name) IS NULL THEN 'NULL' ELSE 'some' END"
                        : "coalesce(CAST(\(column.name) AS TEXT), 'NULL')"
                }
                let line = values.joined(separator: " || '|' || ")
                return try tx.rows("SELECT \(line) FROM \(table.name) ORDER BY 1", []) {
                    "\(table.name): \($0.text())"
                        .replacing(#/"serial":"[0-9A-F]+"/#, with: "\"serial\":some")
                }
            }
        }
    }

    private static var randomColumns: Set<String> {
        [
            "serial", "der", "thumbprint", "token", "hash", "public_id", "key_id", "code",
            "sealed_mac_key", "sealed", Migration.changeColumn,
        ]
    }
}
