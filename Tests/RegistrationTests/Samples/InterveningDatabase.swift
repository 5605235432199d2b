import Storage
import Synchronization

/// Does something of its own before its next write: what somebody else may do between a reading
/// and the writing that follows.
final class InterveningDatabase: Database {
    private let inner: any Database
    private let deed = Mutex<(@Sendable () async throws -> Void)?>(nil)

    init(_ inner: any Database) {
        self.inner = inner
    }

    /// The deed, once.
    func before(_ deed: @escaping @Sendable () async throws -> Void) {
        self.deed.withLock { $0 = deed }
    }

    var dialect: Dialect { inner.dialect }

    func read<Value: Sendable>(
        _ body: @escaping @Sendable (any Transaction) throws -> Value
    ) async throws -> Value {
        try await inner.read(body)
    }

    func write<Value: Sendable>(
        _ body: @escaping @Sendable (any Transaction) throws -> Value
    ) async throws -> Value {
        let due = deed.withLock { deed in
            defer { deed = nil }
            return deed
        }
        try await due?()
        return try await inner.write(body)
    }

    func close() async throws {
        try await inner.close()
    }
}
