import Storage
import Synchronization

/// Counts the write transactions that were asked for.
final class CountingDatabase: Database {
    private let inner: any Database
    private let count = Mutex(0)

    init(_ inner: any Database) {
        self.inner = inner
    }

    var writes: Int { count.withLock { $0 } }
    var dialect: Dialect { inner.dialect }

    func read<Value: Sendable>(
        _ body: @escaping @Sendable (any Transaction) throws -> Value
    ) async throws -> Value {
        try await inner.read(body)
    }

    func write<Value: Sendable>(
        _ body: @escaping @Sendable (any Transaction) throws -> Value
    ) async throws -> Value {
        count.withLock { $0 += 1 }
        return try await inner.write(body)
    }

    func close() async throws {
        try await inner.close()
    }
}
