import Storage
import TestKit
import Testing

/// Questions that are asked before their answers are needed.
@Suite struct QuestionsAheadTests {
    private static let numbers = "SELECT number FROM samples WHERE number > $1 ORDER BY number"

    private func withSamples(
        on engine: Engine, _ body: @Sendable (any Database) async throws -> Void
    ) async throws {
        try await engine.withEmptyStore { store in
            let sql = store.dialect.translate("CREATE TABLE samples (number BIGINT)")
            try await store.write { tx in
                try tx.run(sql, [])
                for number in 1...3 {
                    try tx.run("INSERT INTO samples (number) VALUES ($1)", [.int(number)])
                }
            }
            try await body(store)
        }
    }

    @Test("they are answered as if they had been asked in their turn", arguments: Engine.all)
    func answers(engine: Engine) async throws {
        try await withSamples(on: engine) { store in
            let found = try await store.read { tx in
                try tx.ahead { tx in
                    for bound in 0...2 {
                        let known = try tx.rows(Self.numbers, [.int(bound)]) { $0.int() }
                        #expect(known == [])
                    }
                }
                return try [2, 0, 0, 3, 1].map { bound in
                    try tx.rows(Self.numbers, [.int(bound)]) { $0.int() }
                }
            }
            #expect(found == [[3], [1, 2, 3], [1, 2, 3], [], [2, 3]])
        }
    }

    @Test("what was asked in vain is gone with the transaction", arguments: Engine.all)
    func vain(engine: Engine) async throws {
        try await withSamples(on: engine) { store in
            for count in 3...6 {
                let found = try await store.read { tx in
                    let found = try tx.rows(Self.numbers, [.int(2)]) { $0.int() }.count
                    try tx.ahead { _ = try $0.rows(Self.numbers, [.int(2)]) { $0.int() } }
                    return found
                }
                #expect(found == count - 2)
                try await store.write {
                    _ = try $0.run("INSERT INTO samples (number) VALUES (9)", [])
                }
            }
        }
    }

    @Test("a transaction that writes sees what it wrote since", arguments: Engine.all)
    func writing(engine: Engine) async throws {
        try await withSamples(on: engine) { store in
            let found = try await store.write { tx in
                try tx.ahead { _ = try $0.rows(Self.numbers, [.int(0)]) { $0.int() } }
                try tx.run("DELETE FROM samples WHERE number < 3", [])
                return try tx.rows(Self.numbers, [.int(0)]) { $0.int() }
            }
            #expect(found == [3])
        }
    }

    @Test(
        "they travel before they are needed, and one that is wrong fails the transaction",
        .enabled(if: Engine.isPostgresMeant))
    func travelling() async throws {
        try await Engine.postgres.withEmptyStore { store in
            let told = try await store.read { tx in
                try tx.ahead {
                    _ = try $0.rows("SELECT set_config('chancery.told', 'yes', true)", []) {
                        $0.text()
                    }
                }
                return try tx.rows("SELECT current_setting('chancery.told', true)", []) {
                    $0.textIfPresent()
                }
            }
            #expect(told == ["yes"])
            await #expect(throws: (any Error).self) {
                _ = try await store.read { tx in
                    try tx.ahead { _ = try $0.rows("SELECT 1 / $1", [.int(0)]) { $0.int() } }
                    return try tx.rows("SELECT 1", []) { $0.int() }
                }
            }
            let after = try await store.read { try $0.rows("SELECT 1", []) { $0.int() } }
            #expect(after == [1])
        }
    }
}
