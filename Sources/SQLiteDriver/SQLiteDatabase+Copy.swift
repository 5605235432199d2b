import GRDB
package import Storage

extension SQLiteDatabase {
    /// Writes a copy of one consistent state to a new file, while others read and write. What they
    /// write meanwhile stays in the log, which grows as long as this takes.
    ///
    /// The copy is not synced to the disk.
    package static func copy(_ path: String, to target: String) throws {
        try withReader(path) { db in
            try db.execute(sql: "VACUUM INTO ?", arguments: [target])
        }
    }

    /// What is wrong with a database file: nothing, or what SQLite says of it, some lines of it.
    package static func faults(of path: String) throws -> [String] {
        do {
            return try withReader(path) { db in
                let verdict = try String.fetchAll(db, sql: "PRAGMA integrity_check(10)")
                let strays = try Row.fetchAll(db, sql: "PRAGMA foreign_key_check").prefix(10)
                return verdict.filter { $0 != "ok" }
                    + strays.map { "a row of \($0[0] as String) refers to one that is missing" }
            }
        } catch StorageProblem.unavailable(let reason) {
            return [reason]
        } catch let problem as SQLiteProblem {
            return [problem.message]
        }
    }

    /// Whether anything was founded in a database file.
    package static func holdsInstallation(_ path: String) throws -> Bool {
        try withReader(path) { db in
            try db.tableExists("accounts")
                && Row.fetchOne(db, sql: "SELECT 1 FROM accounts LIMIT 1") != nil
        }
    }

    /// Reads a database file that nobody writes into.
    package static func read<Value>(
        _ path: String, _ body: (any Transaction) throws -> Value
    ) throws -> Value {
        try withReader(path) { db in
            guard let handle = db.sqliteConnection else {
                throw DatabaseError(resultCode: .SQLITE_MISUSE)
            }
            let transaction = SQLiteTransaction(handle: handle)
            defer { transaction.close() }
            return try body(transaction)
        }
    }

    private static func withReader<Value>(
        _ path: String, _ body: (GRDB.Database) throws -> Value
    ) throws -> Value {
        var configuration = Configuration()
        configuration.readonly = true
        configuration.busyMode = .timeout(busyTimeoutSeconds)
        do {
            let queue = try DatabaseQueue(path: path, configuration: configuration)
            let value = try queue.unsafeReentrantWrite { db in try body(db) }
            try queue.close()
            return value
        } catch let error as DatabaseError {
            throw SQLiteProblem(error).translated
        }
    }
}
