import Storage
import Synchronization

/// Lets nobody read before it is told to: a server elsewhere that takes its time.
final class HeldDatabase: Database {
    private struct State {
        var isHolding = false
        var waiting: [CheckedContinuation<Void, Never>] = []
    }

    private let inner: any Database
    private let state = Mutex(State())

    init(_ inner: any Database) {
        self.inner = inner
    }

    var dialect: Dialect { inner.dialect }

    func hold() {
        state.withLock { $0.isHolding = true }
    }

    /// How many wait.
    var waitingCount: Int { state.withLock { $0.waiting.count } }

    func letGo() {
        let waiting = state.withLock { state in
            defer { state = State() }
            return state.waiting
        }
        for reader in waiting { reader.resume() }
    }

    func read<Value: Sendable>(
        _ body: @escaping @Sendable (any Transaction) throws -> Value
    ) async throws -> Value {
        await withCheckedContinuation { reader in
            let isHeld = state.withLock { state in
                if state.isHolding { state.waiting.append(reader) }
                return state.isHolding
            }
            if !isHeld { reader.resume() }
        }
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
