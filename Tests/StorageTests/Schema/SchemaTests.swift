import Foundation
import Storage
import TestKit
import Testing

/// The schema that the migrations end in, as each engine's own catalog tells it.
@Suite struct SchemaTests {
    @Test("the steps end in the schema of the kept file", arguments: Engine.shared)
    func golden(engine: Engine) async throws {
        let (dialect, text) = try await engine.withStore { store in
            (store.dialect, try await Self.text(store))
        }
        let file = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "schema.\(dialect).sql")
        #expect(try Golden.compare(text, with: file) == .same)
    }

    static func text(_ store: any Database) async throws -> String {
        try await store.read { [dialect = store.dialect] tx in
            switch dialect {
            case .sqlite: try sqlite(tx)
            case .postgres: try postgres(tx)
            }
        }
    }

    private static func sqlite(_ tx: any Transaction) throws -> String {
        try tx.rows(
            """
            SELECT sql FROM sqlite_master WHERE sql IS NOT NULL
            ORDER BY tbl_name, type DESC, name
            """, []
        ) { $0.text() + ";\n" }.joined(separator: "\n")
    }

    private static func postgres(_ tx: any Transaction) throws -> String {
        let catalog = PostgresCatalog(tx: tx)
        return try tx.tables(.postgres).map(\.name).map { table in
            let constraints = try [false, true].flatMap {
                try catalog.constraints(of: table, foreign: $0)
            }.sorted { $0.name < $1.name }
            let members = try catalog.columns(of: table) + constraints.map(\.clause)
            let text = "CREATE TABLE \(table) (\n  \(members.joined(separator: ",\n  "))\n)"
            return try ([text] + catalog.indexes(of: table)).map { $0 + ";\n" }
                .joined(separator: "\n")
        }.joined(separator: "\n")
    }
}
