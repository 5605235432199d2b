import GRDB
import GRDBSQLite
import Storage

/// One connection with its prepared statements.
///
/// `@unchecked Sendable`: `statements` is touched only inside `queue`, which runs one body at a
/// time, and by `close()`, whose callers have stopped using the connection.
final class Connection: @unchecked Sendable {
    enum Access {
        case read
        case write
    }

    private let queue: DatabaseQueue
    private let statements = PreparedStatements()

    init(_ queue: DatabaseQueue) {
        self.queue = queue
    }

    /// Runs `body` between a `BEGIN` and a `COMMIT`, or rolls it back whole.
    func inTransaction<Value>(
        _ access: Access, _ body: (SQLiteTransaction) throws -> Value
    ) throws -> Value {
        try queue.unsafeReentrantWrite { db in
            let transaction = SQLiteTransaction(db: db, statements: statements)
            do {
                try transaction.control(access == .write ? "BEGIN IMMEDIATE" : "BEGIN")
                let value = try body(transaction)
                try transaction.control("COMMIT")
                return value
            } catch {
                // SQLite may have rolled back by itself; then there is nothing left to undo.
                if transaction.isOpen { try transaction.control("ROLLBACK") }
                throw (error as? DatabaseError).map { SQLiteProblem($0).translated } ?? error
            }
        }
    }

    /// Carries the write-ahead log over (`SQLITE_CHECKPOINT_…`).
    func checkpoint(_ mode: Int32) throws {
        try queue.unsafeReentrantWrite { db in
            guard
                sqlite3_wal_checkpoint_v2(db.sqliteConnection, nil, mode, nil, nil) == SQLITE_OK
            else { throw SQLiteProblem(db).translated }
        }
    }

    func watchJournal(_ gauge: JournalGauge) {
        queue.unsafeReentrantWrite { db in gauge.watch(db) }
    }

    func close() throws {
        statements.removeAll()
        try queue.close()
    }
}
