@testable import Storage

/// What the engine says of how it goes about a statement.
struct Plan: CustomStringConvertible {
    let sql: String
    let lines: [Line]

    struct Line {
        let id: Int
        let parent: Int
        let detail: String
    }

    /// Whether the choice of the page sorts, beside the page itself being put in order.
    var sortsPage: Bool {
        let pages = Set(
            lines.filter { $0.detail == "CO-ROUTINE page" || $0.detail == "MATERIALIZE page" }
                .map(\.id))
        return lines.contains { pages.contains($0.parent) && $0.detail.contains("TEMP B-TREE") }
    }

    var description: String { ([sql] + lines.map(\.detail)).joined(separator: "\n") }
}

extension Columns {
    /// The third column says nothing any more.
    mutating func detail() -> String {
        _ = int()
        return text()
    }
}

extension Transaction {
    /// What a body asks, in the order in which it does.
    func statements(
        _ body: (any Transaction) throws -> Void
    ) throws -> [(sql: String, values: [SQLValue])] {
        let record = Record()
        try body(RecordingTransaction(inner: self, record: record))
        return record.statements
    }
}

private final class Record {
    var statements: [(sql: String, values: [SQLValue])] = []
}

private struct RecordingTransaction: Transaction {
    let inner: any Transaction
    let record: Record

    func run(_ sql: String, _ values: [SQLValue]) throws -> Int {
        try inner.run(sql, values)
    }

    func each(
        _ sql: String, _ values: [SQLValue], _ body: (inout Columns) throws -> Void
    ) throws {
        record.statements.append((sql, values))
        try inner.each(sql, values, body)
    }
}
