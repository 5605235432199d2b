import GRDB
import GRDBSQLite

/// The statements that a connection has prepared, found by their text.
final class PreparedStatements {
    /// Lists are filtered in many ways; past this many texts, all are let go and prepared anew.
    static let countMax = 512

    private var byText: [String: Statement] = [:]

    /// A statement that is not in use, ready to be bound.
    func statement(_ sql: String, _ db: Database) throws -> Statement {
        if let kept = byText[sql] {
            if sqlite3_stmt_busy(kept.sqliteStatement) == 0 { return kept }
            return try Self.prepare(sql, db)
        }
        if byText.count >= Self.countMax { byText.removeAll() }
        let statement = try Self.prepare(sql, db)
        byText[sql] = statement
        return statement
    }

    func removeAll() {
        byText.removeAll()
    }

    private static func prepare(_ sql: String, _ db: Database) throws -> Statement {
        try db.makeStatement(sql: numbered(sql))
    }

    /// `$1` is a name to SQLite, numbered as it appears; `?1` is the number that we mean.
    private static func numbered(_ sql: String) -> String {
        sql.replacing(#/\$(\d+)/#) { "?\($0.output.1)" }
    }
}
