import GRDB
import GRDBSQLite
import Storage

/// Binds and steps the statements of one connection straight through SQLite's own interface.
final class SQLiteTransaction: Transaction {
    private let handle: OpaquePointer
    private var statements: PreparedStatements?
    /// Set by the connection while a snapshot is kept.
    var memory: SnapshotMemory?

    init(handle: OpaquePointer) {
        self.handle = handle
        statements = PreparedStatements(handle: handle)
    }

    /// Whether a transaction is open. SQLite rolls back by itself where a statement fails badly: on
    /// a full disk, say.
    var isOpen: Bool { sqlite3_get_autocommit(handle) == 0 }

    /// Lets the statements go; the connection is closed next.
    func close() {
        statements = nil
    }

    func control(_ sql: String) throws {
        try run(sql, [])
    }

    @discardableResult
    func run(_ sql: String, _ values: [SQLValue]) throws -> Int {
        try withStatement(sql, values) { statement in
            while try step(statement) {}
            return Int(sqlite3_changes(handle))
        }
    }

    func each(
        _ sql: String, _ values: [SQLValue], _ body: (inout Columns) throws -> Void
    ) throws {
        try withStatement(sql, values) { statement in
            while try step(statement) {
                var columns = Columns(SQLiteColumns(statement: statement))
                try body(&columns)
            }
        }
    }

    private func withStatement<Value>(
        _ sql: String, _ values: [SQLValue], _ body: (OpaquePointer) throws -> Value
    ) throws -> Value {
        guard let prepared = try statements?.statement(sql) else {
            throw SQLiteProblem(handle).translated
        }
        defer { prepared.end() }
        for (index, value) in values.enumerated() {
            try bind(value, to: prepared.statement, at: Int32(index + 1))
        }
        return try body(prepared.statement)
    }

    /// Returns whether there is a row.
    private func step(_ statement: OpaquePointer) throws -> Bool {
        switch sqlite3_step(statement) {
        case SQLITE_ROW: return true
        case SQLITE_DONE: return false
        default: throw SQLiteProblem(handle).translated
        }
    }

    private func bind(_ value: SQLValue, to statement: OpaquePointer, at index: Int32) throws {
        if case .text(let text) = value { try text.refuseNUL() }
        let code =
            switch value {
            case .null: sqlite3_bind_null(statement, index)
            case .integer(let integer): sqlite3_bind_int64(statement, index, integer)
            case .text(let text):
                sqlite3_bind_text(statement, index, text, Int32(text.utf8.count), Self.transient)
            case .bytes(let bytes):
                bytes.isEmpty
                    ? sqlite3_bind_zeroblob(statement, index, 0)
                    : sqlite3_bind_blob(statement, index, bytes, Int32(bytes.count), Self.transient)
            }
        guard code == SQLITE_OK else { throw SQLiteProblem(handle) }
    }

    /// Tells SQLite to copy what is bound: the Swift value does not outlive the call.
    private static let transient = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
}

/// An error of the engine, in its own words.
package struct SQLiteProblem: Error, CustomStringConvertible {
    /// The extended result code (`SQLITE_…`).
    package let code: Int32
    package let message: String

    init(_ handle: OpaquePointer) {
        code = sqlite3_extended_errcode(handle)
        message = String(cString: sqlite3_errmsg(handle))
    }

    init(_ error: DatabaseError) {
        code = error.extendedResultCode.rawValue
        message = error.message ?? ""
    }

    /// What the rest of the house is told.
    var translated: any Error {
        switch ResultCode(rawValue: code) {
        case .SQLITE_CONSTRAINT_UNIQUE, .SQLITE_CONSTRAINT_PRIMARYKEY, .SQLITE_CONSTRAINT_ROWID:
            return StorageProblem.violates(.unique)
        case .SQLITE_CONSTRAINT_FOREIGNKEY: return StorageProblem.violates(.foreignKey)
        case .SQLITE_CONSTRAINT_CHECK: return StorageProblem.violates(.check)
        case .SQLITE_CONSTRAINT_NOTNULL: return StorageProblem.violates(.notNull)
        default: break
        }
        switch code & 0xFF {
        case SQLITE_FULL, SQLITE_IOERR, SQLITE_READONLY, SQLITE_CANTOPEN, SQLITE_BUSY,
            SQLITE_LOCKED, SQLITE_PROTOCOL, SQLITE_NOMEM:
            return StorageProblem.unavailable(description)
        default: return self
        }
    }

    package var description: String { "SQLite \(code): \(message)" }
}

/// The row that a statement stands on.
struct SQLiteColumns: ColumnSource {
    let statement: OpaquePointer

    func isNull(_ column: Int) -> Bool {
        sqlite3_column_type(statement, Int32(column)) == SQLITE_NULL
    }

    func integer(_ column: Int) -> Int64 {
        sqlite3_column_int64(statement, Int32(column))
    }

    func text(_ column: Int) -> String {
        guard let start = sqlite3_column_text(statement, Int32(column)) else { return "" }
        let count = Int(sqlite3_column_bytes(statement, Int32(column)))
        return String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
    }

    func appendText(_ column: Int, to octets: inout [UInt8]) {
        guard let start = sqlite3_column_text(statement, Int32(column)) else { return }
        let count = Int(sqlite3_column_bytes(statement, Int32(column)))
        octets.append(contentsOf: UnsafeBufferPointer(start: start, count: count))
    }

    func bytes(_ column: Int) -> [UInt8] {
        guard let start = sqlite3_column_blob(statement, Int32(column)) else { return [] }
        let count = Int(sqlite3_column_bytes(statement, Int32(column)))
        return Array(UnsafeRawBufferPointer(start: start, count: count))
    }
}
