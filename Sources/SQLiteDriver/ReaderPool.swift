import Foundation
import Storage
import Synchronization

/// Read-only connections, opened when first needed and then kept.
final class ReaderPool: Sendable {
    private struct State {
        var free: [Connection] = []
        var opened = 0
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

    /// A pool of one: the connection that also writes.
    init(sharing connection: Connection) {
        available = DispatchSemaphore(value: 1)
        open = { connection }
        state.withLock { $0.free = [connection] }
    }

    func withConnection<Value>(_ body: (Connection) throws -> Value) throws -> Value {
        available.wait()
        defer { available.signal() }
        let connection = try state.withLock { $0.free.popLast() } ?? open()
        defer { state.withLock { $0.free.append(connection) } }
        return try body(connection)
    }

    func close() throws {
        let connections = state.withLock { state in
            defer { state.free = [] }
            return state.free
        }
        for connection in connections { try connection.close() }
    }
}
