import Foundation
import SQLiteDriver
import Storage
import Testing

/// An engine that the contract suite runs on. A further engine is a further line in ``all``.
struct Engine: Sendable, CustomTestStringConvertible {
    let testDescription: String
    /// Opens the store that lies in a folder of its own; opened twice, it is the same store.
    let open: @Sendable (URL) throws -> any Database

    static let all: [Engine] = [memory, file]
    /// Those that several processes can open at once.
    static let shared: [Engine] = [file]

    private static let memory = Engine(testDescription: "SQLite in memory") { _ in
        try SQLiteDatabase(.memory)
    }

    private static let file = Engine(testDescription: "SQLite in a file") { folder in
        try SQLiteDatabase(.file(folder.appending(path: "chancery.sqlite").path()))
    }

    /// Runs `body` in an empty folder that is gone afterwards.
    static func withFolder<Value>(_ body: (URL) async throws -> Value) async throws -> Value {
        let folder = FileManager.default.temporaryDirectory
            .appending(path: "chancery-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer {
            // Left behind, it is in nobody's way.
            try? FileManager.default.removeItem(at: folder)
        }
        return try await body(folder)
    }

    /// Runs `body` on a new store, its schema in place.
    func withStore<Value>(_ body: (any Database) async throws -> Value) async throws -> Value {
        try await withEmptyStore { store in
            try await store.migrate()
            return try await body(store)
        }
    }

    func withEmptyStore<Value>(_ body: (any Database) async throws -> Value) async throws -> Value {
        try await Self.withFolder { folder in
            let store = try open(folder)
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
}
