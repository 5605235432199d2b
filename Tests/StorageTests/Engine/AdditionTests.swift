import Foundation
import Storage
import TestKit
import Testing

/// Writes that only add rows, several of which may go under one commit.
@Suite struct AdditionTests {
    private struct Stop: Error, Equatable {}

    private struct Row: Equatable {
        let number: Int
        let text: String?
        let octets: [UInt8]?
    }

    private func withSamples(
        on engine: Engine, _ body: @Sendable (any Database) async throws -> Void
    ) async throws {
        try await engine.withEmptyStore { store in
            let sql = store.dialect.translate(
                """
                CREATE TABLE samples (
                  id {identity}, number BIGINT NOT NULL UNIQUE, text TEXT, octets {bytes})
                """)
            try await store.write { _ = try $0.run(sql, []) }
            try await body(store)
        }
    }

    /// Draws a number for each row and posts it.
    @Sendable private static func add(_ rows: [Row], _ tx: any Transaction) throws {
        for row in rows {
            let id = try tx.rows("SELECT {next samples}", []) { $0.long() }[0]
            try tx.post(
                "INSERT INTO samples (id, number, text, octets) VALUES ($1, $2, $3, $4)",
                [.integer(id), .int(row.number), .text(row.text), .bytes(row.octets)])
        }
    }

    private static func row(_ number: Int) -> Row {
        Row(
            number: number, text: number.isMultiple(of: 2) ? nil : "größer (\(number))",
            octets: number.isMultiple(of: 3) ? nil : Array(repeating: 0, count: number % 5))
    }

    @Sendable private static func rows(_ tx: any Transaction) throws -> [Row] {
        try tx.rows("SELECT number, text, octets FROM samples ORDER BY number", []) {
            Row(number: $0.int(), text: $0.textIfPresent(), octets: $0.bytesIfPresent())
        }
    }

    /// Adds at once; returns the numbers whose addition was refused.
    private static func addAtOnce(
        _ numbers: Range<Int>, to store: any Database,
        _ body: @escaping @Sendable (Int, any Transaction) throws -> Void
    ) async -> [Int] {
        await withTaskGroup(of: Int?.self) { group in
            for number in numbers {
                group.addTask {
                    do {
                        try await store.writeNew { try body(number, $0) }
                        return nil
                    } catch {
                        return number
                    }
                }
            }
            return await group.reduce(into: []) { $0 += [$1].compactMap(\.self) }.sorted()
        }
    }

    @Test("of many at once all are kept, with whatever values", arguments: Engine.all)
    func all(engine: Engine) async throws {
        try await withSamples(on: engine) { store in
            let refused = await Self.addAtOnce(0..<200, to: store) { number, tx in
                try Self.add([Self.row(2 * number), Self.row(2 * number + 1)], tx)
            }
            #expect(refused == [])
            let rows = try await store.read(Self.rows)
            #expect(rows == (0..<400).map(Self.row))
        }
    }

    @Test(
        "one that throws, or that the schema refuses, takes no other along", arguments: Engine.all)
    func refused(engine: Engine) async throws {
        try await withSamples(on: engine) { store in
            try await store.write { try Self.add([Self.row(7)], $0) }
            let refused = await Self.addAtOnce(0..<60, to: store) { number, tx in
                try Self.add([Self.row(number)], tx)
                if number.isMultiple(of: 10) { throw Stop() }
            }
            #expect(refused == [0, 7, 10, 20, 30, 40, 50])
            let kept = (0..<60).filter { !$0.isMultiple(of: 10) }
            let rows = try await store.read(Self.rows)
            #expect(rows == kept.map(Self.row))
        }
    }

    @Test("a condition that does not hold refuses those who lean on it", arguments: Engine.all)
    func condition(engine: Engine) async throws {
        try await withSamples(on: engine) { store in
            try await store.write { try Self.add([Self.row(1000)], $0) }
            let refused = await Self.addAtOnce(0..<20, to: store) { number, tx in
                try Self.add([Self.row(number)], tx)
                try tx.postCondition(
                    "SELECT number FROM samples WHERE number = $1",
                    [.int(number == 5 ? 1001 : 1000)])
            }
            #expect(refused == [5])
            #expect(try await store.read(Self.rows).count == 20)
        }
    }

    @Test("one that asks or changes after all is run as it is", arguments: Engine.all)
    func more(engine: Engine) async throws {
        try await withSamples(on: engine) { store in
            try await store.write { try Self.add([Self.row(500)], $0) }
            let refused = await Self.addAtOnce(0..<20, to: store) { number, tx in
                try Self.add([Self.row(number)], tx)
                switch number {
                case 3:
                    let numbers = try Self.rows(tx).map(\.number)
                    #expect(numbers.contains(3))
                case 4: try tx.postGuarded("UPDATE samples SET text = 'x' WHERE number = 500", [])
                case 5: try tx.post("UPDATE samples SET octets = NULL WHERE number = 500", [])
                case 6: _ = try tx.run("DELETE FROM samples WHERE number = 6", [])
                default: break
                }
            }
            #expect(refused == [])
            let rows = try await store.read(Self.rows)
            #expect(rows.map(\.number) == (0..<20).filter { $0 != 6 } + [500])
            #expect(rows.last == Row(number: 500, text: "x", octets: nil))
        }
    }

    @Test(
        "what waits goes under one commit, what reads at once has one snapshot",
        .enabled(if: Engine.isPostgresMeant))
    func together() async throws {
        try await withSamples(on: .postgres) { store in
            let refused = await Self.addAtOnce(0..<48, to: store) { number, tx in
                // Whoever comes first keeps its thread until the others wait.
                if number < 8 { Thread.sleep(forTimeInterval: 0.1) }
                try Self.add([Self.row(number)], tx)
            }
            #expect(refused == [])
            let commits = try await store.read {
                try $0.rows("SELECT count(DISTINCT xmin::text) FROM samples", []) { $0.int() }[0]
            }
            #expect(commits < 24)
            let snapshots = try await withThrowingTaskGroup(of: String.self) { group in
                for number in 0..<48 {
                    group.addTask {
                        try await store.read { tx in
                            let moment = try tx.rows("SELECT now()::text", []) { $0.text() }[0]
                            if number < 8 { Thread.sleep(forTimeInterval: 0.1) }
                            return moment
                        }
                    }
                }
                return try await group.reduce(into: Set<String>()) { $0.insert($1) }
            }
            #expect(snapshots.count < 40)
        }
    }
}
