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
        _ access: Access, _ body: (any Transaction) throws -> Value
    ) throws -> Value {
        try queue.unsafeReentrantWrite { db in
            let transaction = SQLiteTransaction(db: db, statements: statements)
            try transaction.control(access == .write ? "BEGIN IMMEDIATE" : "BEGIN")
            do {
                let value = try body(transaction)
                try transaction.control("COMMIT")
                return value
            } catch {
                // SQLite may have rolled back by itself; then there is nothing left to undo.
                if sqlite3_get_autocommit(db.sqliteConnection) == 0 {
                    try transaction.control("ROLLBACK")
                }
                throw error
            }
        }
    }

    func close() throws {
        statements.removeAll()
        try queue.close()
    }
}
