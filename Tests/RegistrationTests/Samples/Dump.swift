import Storage

extension Database {
    /// Every row of every table, a line each; what is random is only there or not.
    func dump() async throws -> [String] {
        try await read { tx in
            let tables = try tx.rows(
                "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name", []
            ) { $0.text() }
            return try tables.flatMap { table in
                let columns = try tx.rows(
                    "SELECT name FROM pragma_table_info($1) ORDER BY cid", [.text(table)]
                ) { $0.text() }
                let values = columns.map { column in
                    Self.randomColumns.contains(column)
                        ? "(CASE WHEN \(column) IS NULL THEN 'NULL' ELSE 'some' END)"
                        : "quote(\(column))"
                }
                return try tx.rows(
                    "SELECT \(values.joined(separator: " || ' ' || ")) FROM \(table) ORDER BY 1", []
                ) { "\(table): \($0.text())" }
            }
        }
    }

    private static var randomColumns: Set<String> {
        [
            "serial", "der", "thumbprint", "token", "hash", "public_id", "key_id", "code",
            "sealed_mac_key",
        ]
    }
}
