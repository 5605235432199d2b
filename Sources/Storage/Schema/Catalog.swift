/// A table as the engine's catalog describes it.
package struct Table: Equatable, Sendable {
    package let name: String
    package let columns: [Column]

    package struct Column: Equatable, Sendable {
        package let name: String
        package let kind: Kind
        /// The column's place in the primary key, from 1; absent: it is no part of it.
        package let keyPlace: Int?
    }

    package enum Kind: String, Sendable {
        case integer, text, bytes
    }

    /// The columns that tell its rows apart, in the order of their index.
    package var key: [Column] {
        columns.filter { $0.keyPlace != nil }.sorted { $0.keyPlace! < $1.keyPlace! }
    }
}

extension Transaction {
    func hasTable(_ name: String, _ dialect: Dialect) throws -> Bool {
        try tableNames(dialect).contains(name)
    }

    private func tableNames(_ dialect: Dialect) throws -> [String] {
        try rows(dialect.tableNames, []) { $0.text() }
    }

    /// Every table there is, by name.
    package func tables(_ dialect: Dialect) throws -> [Table] {
        try tableNames(dialect).map { name in
            Table(
                name: name,
                columns: try rows(dialect.columnsOfTable, [.text(name)]) { row in
                    Table.Column(
                        name: row.text(), kind: try row.word(), keyPlace: row.intIfPresent())
                })
        }
    }

    /// Has the engine count on from the highest number of each table: rows may have been added
    /// with their numbers, or taken back after theirs were given out. What was deleted counts.
    package func resetIdentities(_ dialect: Dialect) throws {
        guard case .postgres = dialect else { return }
        let names = try rows(
            """
            SELECT c.relname FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
            WHERE c.relkind = 'r' AND c.relnamespace = to_regnamespace(current_schema()::text)
              AND a.attname = 'id' AND a.attidentity = 'd' ORDER BY c.relname
            """, []
        ) { $0.text() }
        for name in names {
            _ = try row(
                """
                SELECT setval(pg_get_serial_sequence('\(name)', 'id'), greatest(
                  coalesce(max(id), 0), coalesce((SELECT number FROM last_numbers
                  WHERE table_name = '\(name)'), 0)) + 1, false) FROM \(name)
                """, []
            ) { $0.int() }
        }
    }
}

extension Dialect {
    fileprivate var tableNames: String {
        switch self {
        case .sqlite:
            """
            SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite!_%'
              ESCAPE '!' ORDER BY name
            """
        case .postgres:
            """
            SELECT c.relname FROM pg_class c
            WHERE c.relkind = 'r' AND c.relnamespace = to_regnamespace(current_schema()::text)
            ORDER BY c.relname
            """
        }
    }

    fileprivate var columnsOfTable: String {
        switch self {
        case .sqlite:
            """
            SELECT name, CASE type WHEN 'BLOB' THEN 'bytes' WHEN 'TEXT' THEN 'text'
              ELSE 'integer' END, CASE WHEN pk > 0 THEN pk END
            FROM pragma_table_info($1) ORDER BY cid
            """
        case .postgres:
            """
            SELECT a.attname,
              CASE a.atttypid::regtype::text WHEN 'bytea' THEN 'bytes' WHEN 'text' THEN 'text'
                ELSE 'integer' END,
              array_position(i.indkey::int2[], a.attnum) + 1
            FROM pg_attribute a
            LEFT JOIN pg_index i ON i.indrelid = a.attrelid AND i.indisprimary
            WHERE a.attrelid = to_regclass($1) AND a.attnum > 0 AND NOT a.attisdropped
            ORDER BY a.attnum
            """
        }
    }
}
