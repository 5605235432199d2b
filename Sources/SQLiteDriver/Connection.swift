import Foundation
import GRDB
import GRDBSQLite
import Storage

/// One connection with its prepared statements.
///
/// GRDB opens, configures and closes it. What runs inside a transaction goes straight to SQLite:
/// a queue and its checks would cost more than the reading of a row.
///
/// `@unchecked Sendable`: everything here is used by one thread at a time. ``ReaderPool`` hands
/// each connection to one reader; what ``WriterThread`` and ``Checkpointer`` use goes by `turn`.
final class Connection: @unchecked Sendable {
    private let queue: DatabaseQueue
    private let handle: OpaquePointer
    private let transaction: SQLiteTransaction
    private var snapshot: Snapshot?
    /// Some connections are shared: in memory by readers and the writer, on disk the one that
    /// checkpoints by two threads. They take turns.
    private let turn = NSLock()

    init(_ queue: DatabaseQueue) throws {
        self.queue = queue
        guard let handle = queue.unsafeReentrantWrite({ $0.sqliteConnection }) else {
            throw DatabaseError(resultCode: .SQLITE_MISUSE)
        }
        // GRDB tells its observers of commits; there are none, and what runs here passes it by.
        _ = sqlite3_commit_hook(handle, nil, nil)
        _ = sqlite3_rollback_hook(handle, nil, nil)
        self.handle = handle
        transaction = SQLiteTransaction(handle: handle)
    }

    /// Runs `body` between a `BEGIN` and a `COMMIT`, or rolls it back whole.
    func inTransaction<Value>(_ body: (SQLiteTransaction) throws -> Value) throws -> Value {
        turn.lock()
        defer { turn.unlock() }
        do {
            try transaction.control("BEGIN IMMEDIATE")
            let value = try body(transaction)
            try transaction.control("COMMIT")
            return value
        } catch {
            try rollBack()
            throw error
        }
    }

    /// Runs `body` on a snapshot, which stays open for the next read while it is current.
    ///
    /// Beginning and ending a transaction takes a lock on a file each, which costs as much as an
    /// order's whole row. So a reader keeps its snapshot as long as nothing was committed here
    /// (`generation`), and a short while at most, since another process may write too.
    func inSnapshot<Value>(
        _ generation: Int, _ body: (SQLiteTransaction) throws -> Value
    ) throws -> Value {
        let now = ContinuousClock.now
        if let snapshot, !snapshot.isCurrent(generation, at: now) { try endSnapshot() }
        if snapshot == nil {
            try transaction.control("BEGIN")
            snapshot = Snapshot(generation: generation, begunAt: now)
            transaction.memory = SnapshotMemory()
        }
        do {
            return try body(transaction)
        } catch {
            if isFault(error) { try endSnapshot() }
            throw error
        }
    }

    /// Carries the write-ahead log over (`SQLITE_CHECKPOINT_…`), if that may be when it is this
    /// connection's turn; then tells whether all of the log was carried.
    func checkpoint(
        _ mode: Int32, if mayBegin: () -> Bool, whenDone: (_ isWhole: Bool) -> Void
    ) throws {
        turn.lock()
        defer { turn.unlock() }
        guard mayBegin() else { return }
        var pages: Int32 = 0
        var carried: Int32 = 0
        let code = sqlite3_wal_checkpoint_v2(handle, nil, mode, &pages, &carried)
        // A log of which nothing is left to carry counts as whole, also after a failure.
        whenDone(pages == carried)
        guard code == SQLITE_OK else { throw SQLiteProblem(handle).translated }
    }

    func watchJournal(_ gauge: JournalGauge) {
        gauge.watch(handle)
    }

    var snapshotGeneration: Int? { snapshot?.generation }

    func endSnapshot() throws {
        guard snapshot != nil else { return }
        snapshot = nil
        transaction.memory = nil
        try rollBack()
    }

    func close() throws {
        transaction.close()
        try queue.close()
    }

    /// Whether the engine failed, not the body with a word of its own.
    private func isFault(_ error: any Error) -> Bool {
        error is SQLiteProblem || error is StorageProblem
    }

    /// SQLite may have rolled back by itself; then there is nothing left to undo.
    private func rollBack() throws {
        if transaction.isOpen { try transaction.control("ROLLBACK") }
    }
}

private struct Snapshot {
    /// How long a command beside the server may wait until its change is seen here.
    static let ageMax = Duration.milliseconds(2)

    let generation: Int
    let begunAt: ContinuousClock.Instant

    func isCurrent(_ generation: Int, at now: ContinuousClock.Instant) -> Bool {
        self.generation == generation && begunAt.duration(to: now) < Self.ageMax
    }
}
