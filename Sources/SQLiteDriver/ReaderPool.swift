import Foundation
import Storage
import Synchronization

/// Read-only connections, opened when first needed and then kept.
///
/// A connection that is put back keeps the snapshot it read, while nothing newer was committed:
/// the next read goes on in it. ``endSnapshots()`` after each commit lets the others go, so that no
/// idle reader keeps the write-ahead log from being emptied.
final class ReaderPool: Sendable {
    private struct State {
        var free: [Connection] = []
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
        let outdated = state.withLock { state in
            state.generation += 1
            defer { state.free.removeAll { $0.snapshotGeneration != nil } }
            return state.free.filter { $0.snapshotGeneration != nil }
        }
        for connection in outdated { putBack(connection) }
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
            if let held = connection.snapshotGeneration, held != state.generation { return true }
            state.free.append(connection)
            return false
        }
        guard isOutdated else { return }
        // A connection that cannot end its snapshot is of no more use: the pool opens another.
        guard (try? connection.endSnapshot()) != nil else { return }
        state.withLock { $0.free.append(connection) }
    }
}
