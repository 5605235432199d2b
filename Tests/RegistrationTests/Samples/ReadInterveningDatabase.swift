import Storage
import Synchronization

/// Does something of its own before one of the next readings: what a server may do beside somebody
/// who reads in several steps.
final class ReadInterveningDatabase: Database {
    private struct State {
        var left = 0
        var deed: (@Sendable () async throws -> Void)?
        var deedsCount = 0
    }

    private let inner: any Database
    private let state = Mutex(State())

    init(_ inner: any Database) {
        self.inner = inner
    }

    /// The deed, once, before the reading with this number, from 1.
    func before(reading number: Int, _ deed: @escaping @Sendable () async throws -> Void) {
        state.withLock {
            $0.left = number
            $0.deed = deed
        }
    }

    func disarm() { state.withLock { $0.deed = nil } }

    /// How many deeds were done.
    var deedsCount: Int { state.withLock { $0.deedsCount } }

    var dialect: Dialect { inner.dialect }

    func read<Value: Sendable>(
        _ body: @escaping @Sendable (any Transaction) throws -> Value
    ) async throws -> Value {
        let due = state.withLock { state -> (@Sendable () async throws -> Void)? in
            guard let deed = state.deed else { return nil }
            state.left -= 1
            guard state.left == 0 else { return nil }
            state.deed = nil
            state.deedsCount += 1
            return deed
        }
        try await due?()
        return try await inner.read(body)
    }

    func write<Value: Sendable>(
        _ body: @escaping @Sendable (any Transaction) throws -> Value
    ) async throws -> Value {
        try await inner.write(body)
    }

    func close() async throws {
        try await inner.close()
    }
}
