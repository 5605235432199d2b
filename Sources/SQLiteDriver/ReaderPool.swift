import Foundation
import Storage
import Synchronization

/// Read-only connections, opened when first needed and then kept.
///
/// A connection that is put back keeps the snapshot it read, while nothing newer was committed:
/// the next read goes on in it. ``endSnapshots()`` lets the others go after each commit, and a
/// sweep those that nobody has used for a while: an idle reader must not keep the write-ahead log,
/// which other processes write too, from being emptied.
final class ReaderPool: Sendable {
    /// How long a reader that nobody uses may keep its snapshot.
    static let sweepSeconds = 0.05

    private struct State {
        var free: [Connection] = []
        var isSweepDue = false
        /// While it is, no snapshot outlasts its read.
        var keepsNone = false
        /// Commits of this process, counted once they are durable.
        var generation = 0
    }

    private let state = Mutex(State())
    /// Counts the connections that may still be taken.
    private let available: DispatchSemaphore
    private let open: @Sendable () throws -> Connection

    init(countMax: Int, open: @escaping @Sendable () throws -> Connection) throws {
        available = DispatchSemaphore(value: countMax)
        self.open = open
        let first = try open()
        state.withLock { $0.free = [first] }
    }

    func read<Value>(_ body: (any Transaction) throws -> Value) throws -> Value {
        available.wait()
        defer { available.signal() }
        let (kept, generation) = state.withLock { ($0.free.popLast(), $0.generation) }
        let connection = try kept ?? open()
        defer { putBack(connection) }
        return try connection.inSnapshot(generation, body)
    }

    /// Called by the writer after a commit and before anybody hears of it: no read that begins
    /// later is answered from an older snapshot.
    func endSnapshots() {
        state.withLock { $0.generation += 1 }
        endIdleSnapshots()
    }

    /// Runs `body` while no reader keeps a snapshot past its read: the log can begin anew only when
    /// nobody reads from it.
    func withoutKeptSnapshots(_ body: () -> Void) {
        state.withLock { $0.keepsNone = true }
        endIdleSnapshots()
        body()
        state.withLock { $0.keepsNone = false }
    }

    /// Takes connections like any reader: without that, readers would find fewer than they may
    /// have, and open more.
    private func endIdleSnapshots() {
        while available.wait(timeout: .now()) == .success {
            defer { available.signal() }
            let holding = state.withLock { state in
                state.free.firstIndex { $0.snapshotGeneration != nil }
                    .map { state.free.remove(at: $0) }
            }
            guard let holding else { return }
            endAndPutBack(holding)
        }
    }

    func close() throws {
        let connections = state.withLock { state in
            defer { state.free = [] }
            return state.free
        }
        for connection in connections { try connection.close() }
    }

    private func putBack(_ connection: Connection) {
        let isOutdated = state.withLock { state in
            if let held = connection.snapshotGeneration {
                guard held == state.generation, !state.keepsNone else { return true }
                if !state.isSweepDue {
                    state.isSweepDue = true
                    sweepLater()
                }
            }
            state.free.append(connection)
            return false
        }
        if isOutdated { endAndPutBack(connection) }
    }

    private func sweepLater() {
        DispatchQueue.global().asyncAfter(deadline: .now() + Self.sweepSeconds) { [weak self] in
            guard let self else { return }
            state.withLock { $0.isSweepDue = false }
            endIdleSnapshots()
        }
    }

    private func endAndPutBack(_ connection: Connection) {
        // A connection that cannot end its snapshot is of no more use: the pool opens another.
        guard (try? connection.endSnapshot()) != nil else { return }
        state.withLock { $0.free.append(connection) }
    }
}
