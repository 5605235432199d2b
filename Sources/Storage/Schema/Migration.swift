import Foundation
import OrderCore

/// One numbered step of the schema. A step that has landed is never edited; the next one is added.
package struct Migration: Sendable {
    package let number: Int
    package let statements: [String]

    /// - Parameter sql: statements, each ended by a semicolon at the end of a line.
    init(_ number: Int, _ sql: String) {
        self.number = number
        statements = sql.components(separatedBy: ";\n")
            .map(\.trimmingSpaces)
            .filter { !$0.isEmpty }
    }

    /// Where the steps that were taken are noted.
    static let table = "schema_migrations"
    /// What says something of this store alone, not of what is kept in it.
    static let ownTables: Set = [table, "order_index_files"]

    package static let all: [Migration] = [
        .parties, .orders, .repeats, .settings, .holders, .commerce, .credentials, .control,
        .upkeep, .lists, .handover, .editions, .limits, .authorities,
        .audit, .status, .changes, .numbering, .guests, .requests, .transparency, .authorityEnds,
        .words, .anchors, .auditLists, .alternates, .compromisedKeys, .accountSettings,
        .orderIndex, .traces,
    ]
}

extension Transaction {
    /// The newest step that this store has taken.
    package func schemaNumber() throws -> Int {
        try rows("SELECT number FROM schema_migrations", []) { $0.int() }.max() ?? 0
    }
}

extension Database {
    /// Brings the schema to the newest step, all of it in one transaction: of several nodes that
    /// start at once, one does the work. Returns the numbers of the steps taken.
    @discardableResult
    package func migrate(_ migrations: [Migration] = Migration.all) async throws -> [Int] {
        let dialect = dialect
        return try await write { tx in
            // The right to make tables is asked for even where the table is there.
            if try !tx.hasTable(Migration.table, dialect) {
                try tx.run(
                    "CREATE TABLE schema_migrations (number BIGINT NOT NULL PRIMARY KEY)", [])
            }
            let done = try tx.rows("SELECT number FROM schema_migrations", []) { $0.int() }
            if let newest = done.max(), newest > migrations.count {
                throw StorageProblem.schemaTooNew(found: newest, known: migrations.count)
            }
            let missing = migrations.filter { !done.contains($0.number) }
            for migration in missing {
                for statement in migration.statements where dialect.takes(statement) {
                    try tx.run(dialect.translateSchema(statement), [])
                }
                try tx.run(
                    "INSERT INTO schema_migrations (number) VALUES ($1)", [.int(migration.number)])
            }
            return missing.map(\.number)
        }
    }
}
