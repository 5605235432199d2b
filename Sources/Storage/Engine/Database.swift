import OrderCore

/// A database engine under the one SQL of this target.
///
/// Two kinds of access, and no third: a body either reads from one consistent state, or it writes
/// and everything it wrote is durable before the caller goes on. Bodies cannot suspend; nothing
/// waits inside a transaction.
package protocol Database: Sendable {
    var dialect: Dialect { get }

    /// Runs `body` on one consistent state. It must not write.
    func read<Value: Sendable>(
        _ body: @Sendable (any Transaction) throws -> Value
    ) async throws -> Value

    /// Runs `body` in a transaction and returns once it is durable; if it throws, nothing of it is
    /// kept. The engine may run several bodies under one commit.
    func write<Value: Sendable>(
        _ body: @escaping @Sendable (any Transaction) throws -> Value
    ) async throws -> Value

    func close() async throws
}

/// One open transaction: the only way to reach rows. What can be asked of it in the words of the
/// trade is added by the files of the aggregates (`Orders/Order+Row.swift` and its kin).
package protocol Transaction {
    /// Runs a statement that returns no rows and tells how many it changed.
    @discardableResult
    func run(_ sql: String, _ values: [SQLValue]) throws -> Int

    /// Runs a statement and shows each row that it returns.
    func each(
        _ sql: String, _ values: [SQLValue], _ body: (inout Columns) throws -> Void
    ) throws
}

extension Transaction {
    /// Runs a statement and maps each row that it returns.
    package func rows<Value>(
        _ sql: String, _ values: [SQLValue], _ map: (inout Columns) throws -> Value
    ) throws -> [Value] {
        var result: [Value] = []
        try each(sql, values) { result.append(try map(&$0)) }
        return result
    }

    func row<Value>(
        _ sql: String, _ values: [SQLValue], _ map: (inout Columns) throws -> Value
    ) throws -> Value? {
        var first: Value?
        try each(sql, values) { if first == nil { first = try map(&$0) } }
        return first
    }

    /// Runs an `INSERT … RETURNING id`.
    func insert<Entity>(_ sql: String, _ values: [SQLValue]) throws -> ID<Entity> {
        guard let id: ID<Entity> = try row(sql, values, { $0.id() }) else {
            throw StorageProblem.nothingInserted
        }
        return id
    }

    /// Runs an update guarded by the version it read.
    func runGuarded(_ sql: String, _ values: [SQLValue]) throws {
        guard try run(sql, values) == 1 else { throw StorageProblem.changedMeanwhile }
    }
}

package enum StorageProblem: Error, Equatable {
    /// The row was changed after it was read. Start again from the reading.
    case changedMeanwhile
    case nothingInserted
    /// A text column holds a word that the code does not know.
    case unreadable(column: String, value: String)
    /// The database was made by a newer Chancery.
    case schemaTooNew(found: Int, known: Int)
    /// The engine cannot work just now: away, full, or read-only. The reason is for the log.
    case unavailable(String)
}
