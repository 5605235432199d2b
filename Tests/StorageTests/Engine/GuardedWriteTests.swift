import Storage
import TestKit
import Testing

/// Writes beside each other, and what their guards keep true.
@Suite struct GuardedWriteTests {
    private static func makeCounter(_ store: any Database) async throws {
        try await store.write { tx in
            try tx.run(
                "CREATE TABLE counters (id BIGINT PRIMARY KEY, version BIGINT NOT NULL)", [])
            try tx.run("INSERT INTO counters (id, version) VALUES (1, 0)", [])
        }
    }

    @Sendable private static func version(_ tx: any Transaction) throws -> Int64 {
        try tx.rows("SELECT version FROM counters", []) { $0.long() }[0]
    }

    @Sendable private static func raise(from version: Int64, _ tx: any Transaction) throws {
        try tx.postGuarded(
            "UPDATE counters SET version = version + 1 WHERE id = 1 AND version = $1",
            [.integer(version)])
    }

    @Test("of many who raise the same version, one does", arguments: Engine.all)
    func sameVersion(engine: Engine) async throws {
        try await engine.withEmptyStore { store in
            try await Self.makeCounter(store)
            let raised = await withTaskGroup(of: Bool.self) { group in
                for _ in 0..<40 {
                    group.addTask {
                        do {
                            try await store.writeGuarded { try Self.raise(from: 0, $0) }
                            return true
                        } catch {
                            return (error as? StorageProblem) != .changedMeanwhile
                        }
                    }
                }
                return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
            }
            #expect(raised == 1)
            #expect(try await store.read(Self.version) == 1)
        }
    }

    @Test("those who read the version they raise all do, alone or guarded", arguments: Engine.all)
    func ownVersion(engine: Engine) async throws {
        try await engine.withEmptyStore { store in
            try await Self.makeCounter(store)
            try await withThrowingTaskGroup { group in
                for number in 0..<20 {
                    group.addTask {
                        let body: @Sendable (any Transaction) throws -> Void = {
                            try Self.raise(from: try Self.version($0), $0)
                        }
                        try await number.isMultiple(of: 4)
                            ? store.writeGuarded(body) : store.write(body)
                    }
                }
                try await group.waitForAll()
            }
            #expect(try await store.read(Self.version) == 20)
        }
    }

    @Test("a guard that fails keeps nothing of what stands around it", arguments: Engine.all)
    func around(engine: Engine) async throws {
        try await engine.withEmptyStore { store in
            try await Self.makeCounter(store)
            await #expect(throws: StorageProblem.changedMeanwhile) {
                try await store.writeGuarded { tx in
                    try tx.post("INSERT INTO counters (id, version) VALUES (2, 0)", [])
                    try Self.raise(from: 7, tx)
                    try tx.post("INSERT INTO counters (id, version) VALUES (3, 0)", [])
                }
            }
            let count = try await store.read {
                try $0.rows("SELECT count(*) FROM counters", []) { $0.int() }
            }
            #expect(count == [1])
        }
    }

    @Test("what is posted and refused is heard of, and nothing kept", arguments: Engine.all)
    func refusedPost(engine: Engine) async throws {
        try await engine.withEmptyStore { store in
            try await Self.makeCounter(store)
            for isLast in [false, true] {
                await #expect(throws: StorageProblem.violates(.unique)) {
                    try await store.write { tx in
                        try tx.post("INSERT INTO counters (id, version) VALUES (2, 0)", [])
                        try tx.post("INSERT INTO counters (id, version) VALUES (1, 0)", [])
                        if !isLast { _ = try Self.version(tx) }
                    }
                }
            }
            #expect(try await store.read(Self.version) == 0)
        }
    }

    @Test("what the schema refuses has a name", arguments: Engine.all)
    func constraints(engine: Engine) async throws {
        try await engine.withEmptyStore { store in
            try await store.write { tx in
                try tx.run("CREATE TABLE parents (id BIGINT PRIMARY KEY CHECK (id > 0))", [])
                try tx.run(
                    """
                    CREATE TABLE children (parent_id BIGINT NOT NULL UNIQUE REFERENCES parents (id))
                    """, [])
                try tx.run("INSERT INTO parents (id) VALUES (1)", [])
                try tx.run("INSERT INTO children (parent_id) VALUES (1)", [])
            }
            let cases: [(String, StorageProblem.Constraint)] = [
                ("INSERT INTO parents (id) VALUES (1)", .unique),
                ("INSERT INTO children (parent_id) VALUES (1)", .unique),
                ("INSERT INTO children (parent_id) VALUES (2)", .foreignKey),
                ("INSERT INTO children (parent_id) VALUES (NULL)", .notNull),
                ("INSERT INTO parents (id) VALUES (-1)", .check),
                ("DELETE FROM parents", .foreignKey),
            ]
            for (sql, constraint) in cases {
                await #expect(throws: StorageProblem.violates(constraint)) {
                    try await store.write { _ = try $0.run(sql, []) }
                }
            }
        }
    }

    @Test("a text with NUL is refused", arguments: Engine.all)
    func unstorable(engine: Engine) async throws {
        try await engine.withEmptyStore { store in
            _ = await #expect(throws: StorageProblem.unstorable) {
                _ = try await store.read {
                    try $0.rows("SELECT CAST($1 AS TEXT)", [.text("a\0b")]) { $0.text() }
                }
            }
        }
    }
}
