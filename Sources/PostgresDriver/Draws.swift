import Storage

/// The numbers for the rows of a group, drawn for all of its bodies when the first one draws.
final class Draws {
    private struct Drawn {
        let answer: Answer
        var next: Int32 = 0
    }

    private let session: Session
    private let bodiesCount: Int
    private var drawn: [String: Drawn] = [:]
    /// Why no more can be drawn: the transaction has failed.
    private(set) var failure: (any Error)?

    init(_ session: Session, bodiesCount: Int) {
        self.session = session
        self.bodiesCount = bodiesCount
    }

    /// Whether a statement asks for the next numbers of tables, and for nothing else.
    static func isDraw(_ sql: String) -> Bool {
        sql.hasPrefix("SELECT {next ") && !sql.contains(" FROM ")
    }

    /// Shows a body the numbers that are for it. What is left over at the end is never used.
    func draw(_ sql: String, _ body: (inout Columns) throws -> Void) throws {
        var next = try drawn[sql] ?? draw(sql)
        if next.next == next.answer.rowsCount { next = try draw(sql) }
        drawn[sql] = Drawn(answer: next.answer, next: next.next + 1)
        var columns = Columns(PostgresColumns(result: next.answer.result, row: next.next))
        try body(&columns)
    }

    private func draw(_ sql: String) throws -> Drawn {
        guard failure == nil else { throw NotTogether() }
        do {
            return Drawn(
                answer: try session.ask(
                    "\(sql) FROM generate_series(1::int8, $1::int8)",
                    [.integer(Int64(bodiesCount))]))
        } catch {
            failure = error
            throw NotTogether()
        }
    }
}
