import Foundation
import Storage

/// A store as it was at an earlier step of the schema, with rows: statements that make it, kept in
/// `Upgrades/`, one file a step and engine.
struct KeptStore {
    let dialect: Dialect
    let number: Int

    static let folder = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "Upgrades")

    var file: URL { Self.folder.appending(path: "\(dialect)-\(number).sql") }

    static func all(_ dialect: Dialect) throws -> [KeptStore] {
        try FileManager.default.contentsOfDirectory(atPath: folder.path).compactMap { name in
            let parts = name.split(whereSeparator: { $0 == "-" || $0 == "." })
            guard parts.count == 3, parts[0] == "\(dialect)", let number = Int(parts[1]) else {
                return nil
            }
            return KeptStore(dialect: dialect, number: number)
        }.sorted { $0.number < $1.number }
    }

    /// Makes the store in an empty one. Returns how many rows each table has.
    func load(into tx: any Transaction) throws -> [String: Int] {
        let text = try String(contentsOf: file, encoding: .utf8)
        for statement in text.components(separatedBy: Self.separator) where !statement.isEmpty {
            try tx.run(statement, [])
        }
        return try Self.counts(tx, dialect)
    }

    static func counts(_ tx: any Transaction, _ dialect: Dialect) throws -> [String: Int] {
        try tx.tables(dialect).reduce(into: [:]) { counts, table in
            counts[table.name] =
                try tx.rows("SELECT count(*) FROM \(table.name)", []) { $0.int() }[0]
        }
    }

    static let separator = ";\n\n"

    /// The statements that make what there is.
    static func text(_ tx: any Transaction, _ dialect: Dialect) throws -> String {
        let schema = try SchemaText(tx, dialect)
        let rows = try tx.tables(dialect).flatMap { try insertions(into: $0, tx, dialect) }
        return (schema.beforeRows + rows + schema.afterRows).joined(separator: separator)
            + separator
    }

    private static func insertions(
        into table: Table, _ tx: any Transaction, _ dialect: Dialect
    ) throws -> [String] {
        // The numbers of changes are the engine's, and others in each run.
        let columns = table.columns.filter { $0.name != Migration.changeColumn }
        let names = columns.map(\.name).joined(separator: ", ")
        return try tx.rows("SELECT \(names) FROM \(table.name) ORDER BY 1", []) { row in
            let values = columns.map { column in
                switch column.kind {
                case .integer: row.intIfPresent().map(String.init) ?? "NULL"
                case .text: row.textIfPresent().map(quoted) ?? "NULL"
                case .bytes: row.bytesIfPresent().map { literal($0, dialect) } ?? "NULL"
                }
            }
            return "INSERT INTO \(table.name) (\(names)) VALUES (\(values.joined(separator: ", ")))"
        }
    }

    private static func quoted(_ text: String) -> String {
        "'\(text.replacing("'", with: "''"))'"
    }

    private static func literal(_ bytes: [UInt8], _ dialect: Dialect) -> String {
        let hex = bytes.map { String(UInt16($0) + 0x100, radix: 16).dropFirst() }.joined()
        return switch dialect {
        case .sqlite: "X'\(hex)'"
        case .postgres: "'\\x\(hex)'"
        }
    }
}

/// The schema as the engine's own catalog tells it.
struct SchemaText {
    /// Tables, and their indexes.
    let beforeRows: [String]
    /// What would stand in the way of rows that come in any order.
    let afterRows: [String]

    init(_ tx: any Transaction, _ dialect: Dialect) throws {
        switch dialect {
        case .sqlite:
            beforeRows =
                ["PRAGMA defer_foreign_keys = ON"]
                + (try tx.rows(
                    "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY rowid", []
                ) { $0.text() })
            afterRows = []
        case .postgres:
            let tables = try tx.tables(dialect).map(\.name)
            let catalog = PostgresCatalog(tx: tx)
            beforeRows = try tables.flatMap { table in
                let members =
                    try catalog.columns(of: table)
                    + catalog.constraints(of: table, foreign: false).map(\.clause)
                let text = "CREATE TABLE \(table) (\n  \(members.joined(separator: ",\n  "))\n)"
                return try [text] + catalog.indexes(of: table)
            }
            afterRows = try tables.flatMap { table in
                try catalog.constraints(of: table, foreign: true).map {
                    "ALTER TABLE \(table) ADD \($0.clause)"
                }
            }
        }
    }
}

/// What PostgreSQL tells of its tables.
struct PostgresCatalog {
    let tx: any Transaction

    func columns(of table: String) throws -> [String] {
        try tx.rows(
            """
            SELECT a.attname || ' ' || format_type(a.atttypid, a.atttypmod)
              || coalesce(' COLLATE "' || l.collname || '"', '')
              || CASE WHEN a.attnotnull THEN ' NOT NULL' ELSE '' END
              || coalesce(' DEFAULT ' || pg_get_expr(d.adbin, d.adrelid), '')
              || CASE a.attidentity WHEN 'd' THEN ' GENERATED BY DEFAULT AS IDENTITY' ELSE '' END
            FROM pg_attribute a
            LEFT JOIN pg_collation l ON l.oid = a.attcollation AND l.collname <> 'default'
            LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
            WHERE a.attrelid = to_regclass($1) AND a.attnum > 0 AND NOT a.attisdropped
            ORDER BY a.attnum
            """, [.text(table)]
        ) { $0.text() }
    }

    func constraints(of table: String, foreign: Bool) throws -> [(name: String, clause: String)] {
        try tx.rows(
            """
            SELECT k.conname, 'CONSTRAINT ' || k.conname || ' ' || pg_get_constraintdef(k.oid)
            FROM pg_constraint k WHERE k.conrelid = to_regclass($1)
              AND (CASE WHEN k.contype = 'f' THEN 1 ELSE 0 END) = $2 ORDER BY k.conname
            """, [.text(table), .flag(foreign)]
        ) { ($0.text(), $0.text()) }
    }

    /// Those that no constraint has made. The schema's name is the test's own and left out.
    func indexes(of table: String) throws -> [String] {
        try tx.rows(
            """
            SELECT replace(pg_get_indexdef(i.indexrelid), current_schema() || '.', '')
            FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid
            LEFT JOIN pg_constraint k ON k.conindid = i.indexrelid AND k.contype IN ('p', 'u')
            WHERE i.indrelid = to_regclass($1) AND k.oid IS NULL ORDER BY c.relname
            """, [.text(table)]
        ) { $0.text() }
    }
}
