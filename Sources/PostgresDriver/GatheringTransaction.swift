import Storage

/// Takes what a body adds without sending it, so that it can travel with what others add.
///
/// Refuses whatever is more than that: a question whose answer would depend on what other bodies
/// of the group have not sent yet, and changes, whose locks would be held for the whole group.
final class GatheringTransaction: Transaction {
    private let draws: Draws
    private let insertions: WideInsertions
    private(set) var statements: [PostedStatement] = []
    private var failure: (any Error)?

    init(_ draws: Draws, _ insertions: WideInsertions) {
        self.draws = draws
        self.insertions = insertions
    }

    /// Runs a body; throws what was refused, whatever the body made of that.
    func whole<Value>(_ body: (any Transaction) throws -> Value) throws -> Value {
        let value = Result { try body(self) }
        if let failure { throw failure }
        return try value.get()
    }

    func run(_ sql: String, _ values: [SQLValue]) throws -> Int { throw refused() }

    func each(
        _ sql: String, _ values: [SQLValue], _ body: (inout Columns) throws -> Void
    ) throws {
        guard values.isEmpty, Draws.isDraw(sql) else { throw refused() }
        try draws.draw(sql, body)
    }

    func post(_ sql: String, _ values: [SQLValue]) throws {
        guard insertions.of(sql) != nil else { throw refused() }
        statements.append(PostedStatement(kind: .insertion, sql: sql, values: values))
    }

    func postGuarded(_ sql: String, _ values: [SQLValue]) throws { throw refused() }

    func postCondition(_ sql: String, _ values: [SQLValue]) throws {
        statements.append(PostedStatement(kind: .condition, sql: sql, values: values))
    }

    private func refused() -> any Error {
        failure = NotTogether()
        return NotTogether()
    }
}
