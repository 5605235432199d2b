import Storage

/// A statement that a body has posted, or the same statement of several bodies.
struct PostedStatement {
    enum Kind {
        case insertion
        case condition
    }

    let kind: Kind
    let sql: String
    /// Of each row, or of each time that the condition is asked.
    private(set) var rows: [[SQLValue]]

    init(kind: Kind, sql: String, values: [SQLValue]) {
        self.kind = kind
        self.sql = sql
        rows = [values]
    }

    /// Puts the same statements of several bodies together, each body's in the order in which it
    /// posted them: rows come after those that they name.
    static func merged(_ lists: [[PostedStatement]]) -> [PostedStatement] {
        var lefts = lists.map { $0[...] }
        var merged: [PostedStatement] = []
        for first in lefts.indices {
            while var whole = lefts[first].popFirst() {
                for index in lefts.indices[first...] {
                    while let next = lefts[index].first, next.sql == whole.sql {
                        whole.rows += next.rows
                        lefts[index].removeFirst()
                    }
                }
                merged.append(whole)
            }
        }
        return merged
    }

    func post(to transaction: PostgresTransaction) throws {
        switch kind {
        case .condition:
            for (index, values) in rows.enumerated() where !rows[..<index].contains(values) {
                try transaction.postCondition(sql, values)
            }
        case .insertion:
            try transaction.postInsertion(sql, rows)
        }
    }
}
