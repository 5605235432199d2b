import PostgresDriver
import Storage
import Synchronization
import TestKit
import Testing

/// What the server does to its connections, and what is made of it.
@Suite(.enabled(if: Engine.isPostgresMeant))
struct LostConnectionTests {
    /// Ends every connection to this schema's store but the caller's own.
    private static let endOthers = """
        SELECT count(pg_terminate_backend(a.pid)) FROM pg_stat_activity a
        WHERE a.pid <> pg_backend_pid() AND a.application_name = current_setting('application_name')
        """

    /// A store whose connections bear a name of their own, and another one to end them from.
    private func withStores(
        _ name: String, _ body: (_ store: any Database, _ other: any Database) async throws -> Void
    ) async throws {
        let url = try PostgresCluster.shared.get().url + "&application_name=\(name)"
        let store = try PostgresDatabase(url: url)
        let other = try PostgresDatabase(url: url)
        try await body(store, other)
        try await store.close()
        try await other.close()
    }

    private static func end(_ other: any Database) async throws -> Int {
        try await other.read { try $0.rows(endOthers, []) { $0.int() }[0] }
    }

    @Test("a connection that was ended while idle is opened again unnoticed")
    func idle() async throws {
        try await withStores("idle") { store, other in
            for _ in 0..<3 {
                #expect(try await store.read { try $0.rows("SELECT 1", []) { $0.int() } } == [1])
                try await store.write { _ = try $0.run("SELECT 1", []) }
                #expect(try await Self.end(other) >= 2)
            }
            #expect(try await store.read { try $0.rows("SELECT 1", []) { $0.int() } } == [1])
        }
    }

    @Test("a body whose connection ends under it is run again from its beginning")
    func within() async throws {
        try await withStores("within") { store, _ in
            let pids = try await store.write { tx in
                let runs = Counter.shared.next()
                let pid = try tx.rows("SELECT pg_backend_pid()", []) { $0.int() }[0]
                if runs < 3 { try tx.run("SELECT pg_terminate_backend(pg_backend_pid())", []) }
                return (runs, pid)
            }
            #expect(pids.0 == 3)
        }
    }

    private final class Counter: Sendable {
        static let shared = Counter()
        private let count = Mutex(0)

        func next() -> Int {
            count.withLock { count in
                count += 1
                return count
            }
        }
    }

    @Test("a server that is not there is unavailable, for reads and writes alike")
    func absent() async throws {
        // Port 1 of loopback: nobody listens there.
        let store = try PostgresDatabase(url: "postgres://nobody@127.0.0.1:1/none")
        for _ in 0..<2 {
            await #expect {
                try await store.read { try $0.rows("SELECT 1", []) { $0.int() } }
            } throws: {
                $0.isUnavailable
            }
            await #expect {
                try await store.writeGuarded { _ = try $0.run("SELECT 1", []) }
            } throws: {
                $0.isUnavailable
            }
        }
        try await store.close()
    }

    @Test("deadlocks are resolved: both bodies are carried out")
    func deadlock() async throws {
        try await Engine.postgres.withEmptyStore { store in
            try await store.write { tx in
                try tx.run("CREATE TABLE pairs (id BIGINT PRIMARY KEY, hits BIGINT NOT NULL)", [])
                try tx.run("INSERT INTO pairs (id, hits) VALUES (1, 0), (2, 0)", [])
            }
            try await withThrowingTaskGroup { group in
                for number in 0..<8 {
                    let ids: [SQLValue] = number.isMultiple(of: 2) ? [1, 2].values : [2, 1].values
                    group.addTask {
                        try await store.writeGuarded { tx in
                            for id in ids {
                                try tx.run("UPDATE pairs SET hits = hits + 1 WHERE id = $1", [id])
                                try tx.run("SELECT pg_sleep(0.01)", [])
                            }
                        }
                    }
                }
                try await group.waitForAll()
            }
            let hits = try await store.read {
                try $0.rows("SELECT hits FROM pairs ORDER BY id", []) { $0.int() }
            }
            #expect(hits == [8, 8])
        }
    }

    @Test("nothing of a URL but host and database is shown")
    func secrecy() throws {
        let url = try ConnectionURL("postgres://ada:s3cret@db.example:5433/ca?password=s3cret")
        #expect(url.description == "postgres://db.example:5433/ca")
    }

    @Test(
        "what is no URL of a server is refused without repeating it",
        arguments: ["mysql://a:s3cret@b/c", "postgres://a:s3cret@[b/c", "s3cret"])
    func nonsense(text: String) {
        #expect {
            _ = try ConnectionURL(text)
        } throws: {
            !String(reflecting: $0).contains("s3cret")
        }
    }
}

extension [Int] {
    fileprivate var values: [SQLValue] { map { .int($0) } }
}

extension Error {
    fileprivate var isUnavailable: Bool {
        if case .unavailable? = self as? StorageProblem { true } else { false }
    }
}
