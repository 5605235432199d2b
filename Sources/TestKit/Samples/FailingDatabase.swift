package import Storage
import Synchronization

/// A database that fails at its nth statement, counted from when it is armed, and once only; or
/// whose next write is kept and the word of it lost.
package final class FailingDatabase: Database {
    package struct Failure: Error, Equatable {
        package init() {}
    }

    private let inner: any Database
    /// Statements left before the failure; absent: none comes.
    private let countdown = Mutex<Int?>(nil)
    private let losesWord = Mutex(false)

    package init(_ inner: any Database) {
        self.inner = inner
    }

    /// Fails at the statement with this number, from 1.
    package func arm(at statement: Int) {
        countdown.withLock { $0 = statement }
    }

    /// Fails after the next write has been committed.
    package func armAfterCommit() {
        losesWord.withLock { $0 = true }
    }

    /// Whether the failure that was armed has come; disarms what has not.
    package func disarm() -> Bool {
        countdown.withLock { left in
            defer { left = nil }
            return left == nil
        }
    }

    package var dialect: Dialect { inner.dialect }

    package func read<Value: Sendable>(
        _ body: @escaping @Sendable (any Transaction) throws -> Value
    ) async throws -> Value {
        try await inner.read { try body(FailingTransaction(inner: $0, database: self)) }
    }

    package func write<Value: Sendable>(
        _ body: @escaping @Sendable (any Transaction) throws -> Value
    ) async throws -> Value {
        let value = try await inner.write {
            try body(FailingTransaction(inner: $0, database: self))
        }
        let isWordLost = losesWord.withLock { losesWord in
            defer { losesWord = false }
            return losesWord
        }
        if isWordLost { throw Failure() }
        return value
    }

    package func close() async throws {
        try await inner.close()
    }

    fileprivate func count() throws {
        let fails = countdown.withLock { left in
            guard let statements = left else { return false }
            left = statements > 1 ? statements - 1 : nil
            return statements == 1
        }
        if fails { throw Failure() }
    }
}

private struct FailingTransaction: Transaction {
    let inner: any Transaction
    let database: FailingDatabase

    func run(_ sql: String, _ values: [SQLValue]) throws -> Int {
        try database.count()
        return try inner.run(sql, values)
    }

    func each(
        _ sql: String, _ values: [SQLValue], _ body: (inout Columns) throws -> Void
    ) throws {
        try database.count()
        try inner.each(sql, values, body)
    }

    func note(_ change: NotedChange) {
        inner.note(change)
    }
}
