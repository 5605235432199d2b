import Foundation
import SQLiteDriver
import Storage
import TestKit
import Testing

/// A database that may not grow stands in for a full disk; `script/test-disk` has a real one.
@Suite struct OutageTests {
    private static let octets = SQLValue.bytes(Array(repeating: 7, count: 100_000))

    private static func limit(_ store: any Storage.Database, pages: Int) async throws {
        try await store.write { tx in _ = try tx.run("PRAGMA max_page_count = \(pages)", []) }
    }

    private static func add(_ store: any Storage.Database) async -> (any Error)? {
        do {
            try await store.write { tx in
                _ = try tx.run("INSERT INTO samples (octets) VALUES ($1)", [octets])
            }
            return nil
        } catch {
            return error
        }
    }

    private static func count(_ store: any Storage.Database) async throws -> Int {
        try await store.read { try $0.rows("SELECT count(*) FROM samples", []) { $0.int() }[0] }
    }

    @Test("without room, writes are refused as unavailable, reads go on, and room heals it")
    func full() async throws {
        let folder = try ScratchFolder()
        let store = try SQLiteDatabase(.file(folder.path + "a.sqlite"))
        try await store.write { tx in
            _ = try tx.run(
                "CREATE TABLE samples (id INTEGER PRIMARY KEY, octets BLOB NOT NULL)", [])
        }
        try await Self.limit(store, pages: 60)
        let failures = await withTaskGroup(of: (any Error)?.self) { group in
            for _ in 0..<8 { group.addTask { await Self.add(store) } }
            return await group.reduce(into: []) { $0.append($1) }
        }.compactMap(\.self)
        #expect(failures.count >= 6)
        for failure in failures {
            guard case .unavailable(let reason)? = failure as? StorageProblem else {
                Issue.record(failure)
                continue
            }
            #expect(reason.contains("full"))
        }
        #expect(try await Self.count(store) == 8 - failures.count)
        try await Self.limit(store, pages: 100_000)
        for _ in 0..<8 { #expect(await Self.add(store) == nil) }
        #expect(try await Self.count(store) == 16 - failures.count)
        let verdict = try await store.read { tx in
            try tx.rows("PRAGMA integrity_check", []) { $0.text() }
        }
        #expect(verdict == ["ok"])
        try await store.close()
    }
}
