import Testing
import TestKit

@testable import Storage

@Suite struct MigrationTests {
    @Test("a new store takes every step, and none a second time", arguments: Engine.all)
    func fresh(engine: Engine) async throws {
        try await engine.withEmptyStore { store in
            let taken = [try await store.migrate(), try await store.migrate()]
            #expect(taken == [Migration.all.map(\.number), []])
        }
    }

    @Test("steps are numbered from 1 without a gap")
    func numbers() {
        #expect(Migration.all.map(\.number) == Array(1...Migration.all.count))
    }

    @Test("a store takes only the steps that it lacks", arguments: Engine.all)
    func further(engine: Engine) async throws {
        try await engine.withStore { store in
            let next = Migration(
                Migration.all.count + 1, "CREATE TABLE further (number BIGINT NOT NULL);\n")
            let taken = try await store.migrate(Migration.all + [next])
            #expect(taken == [next.number])
        }
    }

    @Test("of two nodes that start at once, one does the work", arguments: Engine.shared)
    func atOnce(engine: Engine) async throws {
        let place = try await engine.newPlace()
        let first = try place.open()
        let second = try place.open()
        async let one = first.migrate()
        async let other = second.migrate()
        let steps = try await [one, other].sorted { $0.count < $1.count }
        #expect(steps == [[], Migration.all.map(\.number)])
        try await first.close()
        try await second.close()
    }

    @Test("a store of a newer Chancery is refused and left alone", arguments: Engine.all)
    func newer(engine: Engine) async throws {
        try await engine.withStore { store in
            try await store.write {
                _ = try $0.run("INSERT INTO schema_migrations (number) VALUES (99)", [])
            }
            await #expect(
                throws: StorageProblem.schemaTooNew(found: 99, known: Migration.all.count)
            ) { try await store.migrate() }
            let numbers = try await store.read {
                try $0.rows("SELECT number FROM schema_migrations ORDER BY number", []) { $0.int() }
            }
            #expect(numbers == Migration.all.map(\.number) + [99])
        }
    }

    @Test("a step that fails takes the steps before it back", arguments: Engine.all)
    func failing(engine: Engine) async throws {
        try await engine.withEmptyStore { store in
            let steps = [
                Migration(1, "CREATE TABLE one (number BIGINT NOT NULL);\n"),
                Migration(2, "CREATE TABLE two (number BIGINT NOT NULL);\nNONSENSE;\n"),
            ]
            await #expect(throws: (any Error).self) { try await store.migrate(steps) }
            let taken = try await store.migrate()
            #expect(taken == Migration.all.map(\.number))
            await #expect(throws: (any Error).self) {
                try await store.read { try $0.rows("SELECT number FROM one", []) { $0.int() } }
            }
        }
    }
}
