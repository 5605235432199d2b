import Foundation
package import Storage

/// Gives the entries of the audit log out, a batch at a time, however many there are.
package struct AuditExport: Sendable {
    package static let batchMax = 1000

    private let database: any Database

    package init(database: any Database) {
        self.database = database
    }

    /// The newest ones, oldest first.
    package func latest(_ count: Int) async throws -> [AuditEntry] {
        try await database.read { tx in
            let last = try tx.lastAuditEntryNumber()
            return try tx.auditEntries(from: last - Int64(count) + 1, to: last)
        }
    }

    /// All from a number on, one JSON object a line.
    package func each(from first: Int64, _ body: (String) throws -> Void) async throws {
        var reached = first - 1
        while true {
            let start = reached
            let entries = try await database.read { tx -> [AuditEntry] in
                let codes = try tx.auditCodes(above: start, max: Self.batchMax)
                guard let first = codes.first, let last = codes.last else { return [] }
                return try tx.auditEntries(from: first.id, to: last.id)
            }
            guard let last = entries.last else { return }
            let encoder = JSONEncoder.line
            try body(try entries.map { try encoder.line(ExportedEntry($0)) }.joined())
            reached = last.id
        }
    }
}
