import Foundation
import PostgresDriver
import Storage
import TestKit
import Testing

/// A server that is there and does not answer: no request waits for it without end.
@Suite(.enabled(if: Engine.isPostgresMeant))
struct SlowServerTests {
    private static let bound = PostgresDatabase.Bound(seconds: 0.4, pauseSeconds: 0.02)
    /// Far beyond the bound, and short enough for a test.
    private static let sleep = "SELECT pg_sleep(60)"

    /// A store with one connection for reads and one for guarded writes, and a table in it.
    private func withStore(_ body: (any Database) async throws -> Void) async throws {
        let cluster = try PostgresCluster.shared.get()
        let schema = cluster.newSchema()
        let store = try PostgresDatabase(
            url: schema.url, limits: PostgresDatabase.Limits(readers: 1, writers: 1, adders: 1),
            bound: Self.bound)
        try await Patience.$current.withValue(.ofWork) {
            try await store.write { tx in
                try tx.run("CREATE SCHEMA \(schema.name)", [])
                try tx.run("CREATE TABLE notes (id BIGINT PRIMARY KEY)", [])
            }
        }
        try await body(store)
        try await store.close()
    }

    private static func pid(_ tx: any Transaction) throws -> Int {
        try tx.rows("SELECT pg_backend_pid()", []) { $0.int() }[0]
    }

    private static func notes(_ store: any Database) async throws -> [Int] {
        try await store.read { try $0.rows("SELECT id FROM notes", []) { $0.int() } }
    }

    private static func isOverdue(_ error: any Error) -> Bool {
        error as? StorageProblem == .unavailable("PostgreSQL has not answered for 0.4 s")
    }

    @Test("a read is unavailable, and the next one goes by another connection")
    func reading() async throws {
        try await withStore { store in
            let first = try await store.read { try Self.pid($0) }
            await #expect {
                try await store.read { _ = try $0.run(Self.sleep, []) }
            } throws: {
                Self.isOverdue($0)
            }
            #expect(try await store.read { try Self.pid($0) } != first)
        }
    }

    @Test("a write that waits before its commit is unavailable, and nothing of it is kept")
    func writing() async throws {
        try await withStore { store in
            for write in [Self.alone, Self.guarded] {
                await #expect {
                    try await write(store) { tx in
                        try tx.run("INSERT INTO notes (id) VALUES (1)", [])
                        try tx.run(Self.sleep, [])
                    }
                } throws: {
                    Self.isOverdue($0)
                }
            }
            let kept = try await Self.notes(store)
            #expect(kept.isEmpty)
        }
    }

    private static func alone(
        _ store: any Database, _ body: @escaping @Sendable (any Transaction) throws -> Void
    ) async throws { try await store.write(body) }

    private static func guarded(
        _ store: any Database, _ body: @escaping @Sendable (any Transaction) throws -> Void
    ) async throws { try await store.writeGuarded(body) }

    @Test("of a commit that waits nobody knows, and its connection is kept")
    func committing() async throws {
        try await withStore { store in
            try await store.write { tx in
                try tx.run(
                    """
                    CREATE FUNCTION dawdle() RETURNS trigger LANGUAGE plpgsql AS
                    'BEGIN PERFORM pg_sleep(6); RETURN NULL; END'
                    """, [])
                try tx.run(
                    """
                    CREATE CONSTRAINT TRIGGER dawdling AFTER INSERT ON notes
                    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION dawdle()
                    """, [])
            }
            let first = try await store.writeGuarded { try Self.pid($0) }
            await #expect(
                throws: StorageProblem.unavailable(
                    """
                    whether the transaction was kept is not known: PostgreSQL has not answered for \
                    0.4 s
                    """)
            ) {
                try await store.writeGuarded { _ = try $0.run("INSERT INTO notes VALUES (1)", []) }
            }
            let next = try await Patience.$current.withValue(.ofWork) {
                try await store.writeGuarded { try Self.pid($0) }
            }
            #expect(next == first)
            #expect(try await Self.notes(store) == [1])
        }
    }

    @Test("who waits for a connection that is not free is told so")
    func queue() async throws {
        try await withStore { store in
            let (begun, noting) = AsyncStream.makeStream(of: Void.self)
            let isTold = DispatchSemaphore(value: 0)
            async let work: Void = Patience.$current.withValue(.ofWork) {
                try await store.read { _ in
                    noting.yield()
                    isTold.wait()
                }
            }
            for await _ in begun { break }
            await #expect(
                throws: StorageProblem.unavailable(
                    "no connection was free: the server is slow to answer")
            ) {
                try await Self.notes(store)
            }
            isTold.signal()
            // Work takes as long as it takes.
            try await work
        }
    }

    @Test("a database that cannot hold every name is refused")
    func encoding() async throws {
        let url = try PostgresCluster.shared.get().url
        try Command.psql.succeed([
            url, "-c",
            """
            CREATE DATABASE latin ENCODING 'LATIN1' LC_COLLATE 'C' LC_CTYPE 'C' TEMPLATE template0
            """,
        ])
        let store = try PostgresDatabase(url: url.replacing("/postgres?", with: "/latin?"))
        let problem = await #expect(throws: EncodingProblem.self) { try await store.migrate() }
        #expect(problem?.encoding == "LATIN1")
        try await store.close()
    }
}
