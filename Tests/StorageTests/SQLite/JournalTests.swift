import Foundation
import SQLiteDriver
import Storage
import TestKit
import Testing

/// How long the write-ahead log gets. Its frames have a page of 4096 octets and 24 more.
@Suite struct JournalTests {
    private static let frameOctets = 4096 + 24
    private static let limits = JournalLimits(
        checkpointPages: 50, pagesMax: 200, pauseSeconds: 0.25, octetsKept: 200 * 4096)
    /// What one group adds past a limit before anybody looks.
    private static let slackPages = 60

    private let folder: ScratchFolder
    private let store: SQLiteDatabase

    init() async throws {
        folder = try ScratchFolder()
        store = try SQLiteDatabase(.file(folder.path + "a.sqlite"), journal: Self.limits)
        try await store.write { tx in
            _ = try tx.run(
                "CREATE TABLE samples (id INTEGER PRIMARY KEY, octets BLOB NOT NULL)", [])
        }
    }

    private var pages: Int {
        get throws {
            let attributes = try FileManager.default.attributesOfItem(
                atPath: folder.path + "a.sqlite-wal")
            return (attributes[.size] as? Int ?? 0) / Self.frameOctets
        }
    }

    /// Adds some six pages a time.
    private func write(_ count: Int) async throws {
        for _ in 0..<count {
            try await store.write { tx in
                _ = try tx.run(
                    "INSERT INTO samples (octets) VALUES ($1)",
                    [.bytes(Array(repeating: 7, count: 20_000))])
            }
        }
    }

    @Test("under writes and reads that never end, the log stays short")
    func load() async throws {
        let longest = try await withThrowingTaskGroup(of: Int.self) { group in
            for _ in 0..<2 {
                group.addTask {
                    while !Task.isCancelled {
                        _ = try await store.read { tx in
                            try tx.rows("SELECT count(*) FROM samples", []) { $0.int() }
                        }
                        await Task.yield()
                    }
                    return 0
                }
            }
            var longest = 0
            for _ in 0..<30 {
                try await write(10)
                longest = max(longest, try pages)
            }
            group.cancelAll()
            return longest
        }
        #expect(longest <= 200 + Self.slackPages)
        let verdict = try await store.read { tx in
            try tx.rows("PRAGMA integrity_check", []) { $0.text() }
        }
        #expect(verdict == ["ok"])
        try await store.close()
        #expect(!FileManager.default.fileExists(atPath: folder.path + "a.sqlite-wal"))
    }

    @Test("a reader of an old state makes it long, and its end makes it short again")
    func oldState() async throws {
        let hasBegun = DispatchSemaphore(value: 0)
        let mayEnd = DispatchSemaphore(value: 0)
        let other = try SQLiteDatabase(.file(folder.path + "a.sqlite"))
        let reading = Task {
            try await other.read { tx in
                _ = try tx.rows("SELECT count(*) FROM samples", []) { $0.int() }
                hasBegun.signal()
                mayEnd.wait()
            }
        }
        await Self.wait(for: hasBegun)
        try await write(100)
        #expect(try pages > 400)
        mayEnd.signal()
        try await reading.value
        try await write(60)
        #expect(try pages <= 200 + Self.slackPages)
        try await store.close()
    }

    private static func wait(for semaphore: DispatchSemaphore) async {
        await withCheckedContinuation { continuation in
            DispatchQueue.global().async {
                semaphore.wait()
                continuation.resume()
            }
        }
    }
}
