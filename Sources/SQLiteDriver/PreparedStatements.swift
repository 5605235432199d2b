import GRDBSQLite
import Storage

/// The statements that a connection has prepared, found by their text.
struct PreparedStatements: ~Copyable {
    /// Lists are filtered in many ways; past this many texts, all are let go and prepared anew.
    static let countMax = 512

    private let handle: OpaquePointer
    private var byText: [StatementText: OpaquePointer] = [:]

    init(handle: OpaquePointer) {
        self.handle = handle
    }

    deinit {
        for statement in byText.values { sqlite3_finalize(statement) }
    }

    /// Runs `body` with a statement that is not in use, ready to be bound.
    mutating func statement(_ sql: String) throws -> Prepared {
        if let kept = byText[StatementText(sql: sql)] {
            if sqlite3_stmt_busy(kept) == 0 { return Prepared(statement: kept, isKept: true) }
            return Prepared(statement: try prepare(sql), isKept: false)
        }
        if byText.count >= Self.countMax { removeUnused() }
        let statement = try prepare(sql)
        byText[StatementText(sql: sql)] = statement
        return Prepared(statement: statement, isKept: true)
    }

    private mutating func removeUnused() {
        for (text, statement) in byText where sqlite3_stmt_busy(statement) == 0 {
            sqlite3_finalize(statement)
            byText[text] = nil
        }
    }

    private func prepare(_ sql: String) throws -> OpaquePointer {
        var statement: OpaquePointer?
        let code = sqlite3_prepare_v3(
            handle, Self.numbered(sql), -1, UInt32(SQLITE_PREPARE_PERSISTENT), &statement, nil)
        guard code == SQLITE_OK, let statement else { throw SQLiteProblem(handle).translated }
        return statement
    }

    /// `$1` is a name to SQLite, numbered as it appears; `?1` is the number that we mean.
    private static func numbered(_ sql: String) -> String {
        Dialect.sqlite.translate(sql).replacing(#/\$(\d+)/#) { "?\($0.output.1)" }
    }
}

/// A statement to run once; one that is not kept ends with that.
struct Prepared {
    let statement: OpaquePointer
    let isKept: Bool

    func end() {
        if isKept {
            sqlite3_reset(statement)
            sqlite3_clear_bindings(statement)
        } else {
            sqlite3_finalize(statement)
        }
    }
}
