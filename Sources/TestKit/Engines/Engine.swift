import Foundation
import PostgresDriver
import SQLiteDriver
package import Storage
import Synchronization

/// An engine that tests run on.
package struct Engine: Sendable, CustomStringConvertible {
    package let description: String
    /// Gives places for stores that nobody else has.
    private let makePlace: @Sendable () async throws -> StorePlace

    /// Those that this run is about: all that there are, or those that `CHANCERY_TEST_ENGINE` names
    /// (`sqlite`, `postgres` or `both`).
    package static let all: [Engine] = chosen(sqlite: [memory, file])
    /// Those that several processes can open at once.
    package static let shared: [Engine] = chosen(sqlite: [file])
    package static let isPostgresMeant = choice != "sqlite"
    /// What a whole installation runs on, where a test does not say: PostgreSQL where the run is
    /// about it alone.
    package static let usual: Engine = choice == "postgres" ? postgres : memory

    private static let choice =
        ProcessInfo.processInfo.environment["CHANCERY_TEST_ENGINE"]
        ?? (PostgresCluster.isInstalled ? "both" : "sqlite")

    private static func chosen(sqlite: [Engine]) -> [Engine] {
        switch choice {
        case "sqlite": sqlite
        case "postgres": [postgres]
        case "both": sqlite + [postgres]
        default: preconditionFailure("CHANCERY_TEST_ENGINE is \(choice)")
        }
    }

    package static let memory = Engine(description: "SQLite in memory") {
        StorePlace { try SQLiteDatabase(.memory) }
    }

    package static let file = Engine(description: "SQLite in a file") {
        let turn = await Turns.files.take()
        let folder = try ScratchFolder()
        return StorePlace {
            _ = turn
            return try SQLiteDatabase(.file(folder.path + "chancery.sqlite"))
        }
    }

    package static let postgres = Engine(description: "PostgreSQL") {
        let cluster = try PostgresCluster.shared.get()
        let turn = await Turns.servers.take()
        let schema = cluster.newSchema()
        let store = try PostgresDatabase(
            url: cluster.url, limits: PostgresDatabase.Limits(readers: 1, writers: 1, adders: 1))
        try await store.write { _ = try $0.run("CREATE SCHEMA \(schema.name)", []) }
        try await store.close()
        return StorePlace {
            _ = turn
            return try PostgresDatabase(
                url: schema.url, limits: PostgresDatabase.Limits(readers: 4, writers: 6, adders: 2))
        }
    }

    package func newPlace() async throws -> StorePlace { try await makePlace() }

    /// Runs `body` on a new store, its schema in place.
    package func withStore<Value>(
        _ body: (any Database) async throws -> Value
    ) async throws -> Value {
        try await withEmptyStore { store in
            try await store.migrate()
            return try await body(store)
        }
    }

    package func withEmptyStore<Value>(
        _ body: (any Database) async throws -> Value
    ) async throws -> Value {
        let place = try await newPlace()
        let store = try place.open()
        let result: Result<Value, any Error>
        do {
            result = .success(try await body(store))
        } catch {
            result = .failure(error)
        }
        try await store.close()
        return try result.get()
    }
}

/// Where one store lies. Opened twice, it is the same store.
package struct StorePlace: Sendable {
    package let open: @Sendable () throws -> any Database
}

/// Bounds how many tests hold stores of a kind at the same time: each has connections or files
/// open, and where a process has very many, Foundation fails to start others.
private final class Turns: Sendable {
    static let servers = Turns(20)
    static let files = Turns(24)

    private struct State {
        var free: Int
        var waiting: [CheckedContinuation<Void, Never>] = []
    }

    private let state: Mutex<State>

    init(_ countMax: Int) {
        state = Mutex(State(free: countMax))
    }

    /// A turn, which ends when nobody holds it any more.
    func take() async -> Turn {
        await withCheckedContinuation { continuation in
            let isFree = state.withLock { state in
                guard state.free > 0 else {
                    state.waiting.append(continuation)
                    return false
                }
                state.free -= 1
                return true
            }
            if isFree { continuation.resume() }
        }
        return Turn(of: self)
    }

    fileprivate func end() {
        let next = state.withLock { state -> CheckedContinuation<Void, Never>? in
            guard state.waiting.isEmpty else { return state.waiting.removeFirst() }
            state.free += 1
            return nil
        }
        next?.resume()
    }
}

private final class Turn: Sendable {
    private let turns: Turns

    init(of turns: Turns) {
        self.turns = turns
    }

    deinit { turns.end() }
}
