import Storage
import TestKit
import Testing

@Suite struct StatementTests {
    private static func makeTable(_ store: any Database) async throws {
        let sql = store.dialect.translate(
            """
            CREATE TABLE samples (id {identity}, number BIGINT, words TEXT, octets {bytes})
            """)
        try await store.write { _ = try $0.run(sql, []) }
    }

    private static let insertion =
        "INSERT INTO samples (number, words, octets) VALUES ($1, $2, $3)"

    @Test(
        "what is bound is read back, to the bit",
        arguments: [
            (SQLValue.integer(0), SQLValue.text(""), SQLValue.bytes([])),
            (.integer(.min), .text("a\u{301} \u{1F469}\u{200D}\u{1F680} ß"), .bytes([0, 255, 0])),
            (.integer(.max), .text("'; DROP TABLE samples; --"), .bytes([0x27])),
            (.integer(-1), .text("$1 ?1 {} %_!"), .bytes(Array(repeating: 7, count: 100_000))),
            (.integer(1), .text("line\r\nline\tend"), .bytes(Array(0...255))),
        ], Engine.all)
    func binding(values: (SQLValue, SQLValue, SQLValue), engine: Engine) async throws {
        try await engine.withEmptyStore { store in
            try await Self.makeTable(store)
            let bound = [values.0, values.1, values.2]
            try await store.write { _ = try $0.run(Self.insertion, bound) }
            let rows = try await store.read { tx in
                try tx.rows("SELECT number, words, octets FROM samples", []) { row in
                    [SQLValue.integer(row.long()), .text(row.text()), .bytes(row.bytes())]
                }
            }
            #expect(rows == [bound])
        }
    }

    @Test("nothing is told from empty", arguments: Engine.all)
    func nulls(engine: Engine) async throws {
        try await engine.withEmptyStore { store in
            try await Self.makeTable(store)
            try await store.write { tx in
                try tx.run(Self.insertion, [.null, .null, .null])
                try tx.run(Self.insertion, [.integer(0), .text(""), .bytes([])])
            }
            let rows = try await store.read { tx in
                try tx.rows("SELECT number, words, octets FROM samples ORDER BY id", []) { row in
                    [
                        row.intIfPresent().map(String.init), row.textIfPresent(),
                        row.bytesIfPresent().map(String.init(describing:)),
                    ]
                }
            }
            #expect(rows == [[nil, nil, nil], ["0", "", "[]"]])
        }
    }

    @Test("a parameter may stand anywhere, several times, in any order", arguments: Engine.all)
    func parameters(engine: Engine) async throws {
        try await engine.withEmptyStore { store in
            try await Self.makeTable(store)
            let rows = try await store.write { tx in
                for number in 1...12 {
                    try tx.run(
                        "INSERT INTO samples (words, number) VALUES ($2, $1)",
                        [.int(number), .text("n\(number)")])
                }
                return try tx.rows(
                    """
                    SELECT words FROM samples WHERE number IN ($11, $2, $1) OR words = $3
                    OR (number > $10 AND number > $10) OR number + $4 < $5 + number - $6
                    OR (number = $8 AND number = $7 AND number = $9) ORDER BY number
                    """,
                    (1...9).map { .int($0) }.replacingText(at: 2, with: "n3")
                        + [.int(11), .int(10)]
                ) { $0.text() }
            }
            #expect(rows == ["n1", "n2", "n3", "n10", "n12"])
        }
    }

    @Test("a statement may run inside itself", arguments: Engine.all)
    func nesting(engine: Engine) async throws {
        try await engine.withEmptyStore { store in
            try await Self.makeTable(store)
            let sql = "SELECT number FROM samples WHERE number <= $1 ORDER BY number"
            let triangle = try await store.write { tx in
                for number in 1...4 { try tx.run(Self.insertion, [.int(number), .null, .null]) }
                return try tx.rows(sql, [.int(4)]) { outer in
                    let limit = outer.long()
                    return try tx.rows(sql, [.integer(limit)]) { $0.int() }
                }
            }
            #expect(triangle == [[1], [1, 2], [1, 2, 3], [1, 2, 3, 4]])
        }
    }

    @Test("a run tells how many rows it changed", arguments: Engine.all)
    func changes(engine: Engine) async throws {
        try await engine.withEmptyStore { store in
            try await Self.makeTable(store)
            let counts = try await store.write { tx in
                for number in 1...3 { try tx.run(Self.insertion, [.int(number), .null, .null]) }
                return [
                    try tx.run("UPDATE samples SET words = 'x' WHERE number > $1", [.int(1)]),
                    try tx.run("DELETE FROM samples WHERE number = $1", [.int(9)]),
                    try tx.run("DELETE FROM samples", []),
                ]
            }
            #expect(counts == [2, 0, 3])
        }
    }

    @Test("an error in a mapping ends the statement, which can be run again", arguments: Engine.all)
    func mapping(engine: Engine) async throws {
        try await engine.withEmptyStore { store in
            try await Self.makeTable(store)
            try await store.write { tx in
                for number in 1...3 { try tx.run(Self.insertion, [.int(number), .null, .null]) }
            }
            let sql = "SELECT number FROM samples ORDER BY number"
            let numbers = try await store.read { tx in
                #expect(throws: StorageProblem.nothingInserted) {
                    try tx.rows(sql, []) { _ in throw StorageProblem.nothingInserted }
                }
                return try tx.rows(sql, []) { $0.int() }
            }
            #expect(numbers == [1, 2, 3])
        }
    }

    @Test("more statements than are kept can be run, one inside the other", arguments: Engine.all)
    func manyTexts(engine: Engine) async throws {
        try await engine.withEmptyStore { store in
            let sums = try await store.read { tx in
                try tx.rows("SELECT 1 UNION ALL SELECT 2", []) { outer in
                    let start = outer.int()
                    return try (1...600).map { number in
                        try tx.rows("SELECT \(number) + $1", [.int(start)]) { $0.int() }[0]
                    }.reduce(0, +)
                }
            }
            #expect(sums == [180_900, 181_500])
        }
    }
}

extension [SQLValue] {
    fileprivate func replacingText(at index: Int, with text: String) -> [SQLValue] {
        var values = self
        values[index] = .text(text)
        return values
    }
}
