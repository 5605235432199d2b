import Foundation
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
        _ body: @escaping @Sendable (any Transaction) throws -> Value
    ) async throws -> Value

    /// Runs `body` in a transaction and returns once it is durable; if it throws, nothing of it is
    /// kept. It runs as if no other such body did: what it reads stays true until it is done. The
    /// engine may run several bodies under one commit, and one body several times.
    func write<Value: Sendable>(
        _ body: @escaping @Sendable (any Transaction) throws -> Value
    ) async throws -> Value

    /// As ``write(_:)``, but where the engine can, beside others. For bodies that lean on nothing
    /// they read: every change that another writer could cross is guarded by a version
    /// (``Transaction/postGuarded(_:_:)``), a unique index or a lock on a row.
    func writeGuarded<Value: Sendable>(
        _ body: @escaping @Sendable (any Transaction) throws -> Value
    ) async throws -> Value

    /// As ``writeGuarded(_:)``, for bodies that only add rows: they ask nothing but the numbers of
    /// those. Where the engine is elsewhere, what several of them add travels together. A body that
    /// turns out to ask or to change something is run again as one of ``writeGuarded(_:)``.
    func writeNew<Value: Sendable>(
        _ body: @escaping @Sendable (any Transaction) throws -> Value
    ) async throws -> Value

    /// Has the engine look at tables that much was written into: its own upkeep may come minutes
    /// later, and until then it plans without knowing what is there.
    func settle(_ tables: [String]) async throws

    func close() async throws
}

extension Database {
    /// An engine that plans by the schema alone has nothing to look at.
    package func settle(_ tables: [String]) async throws {}

    /// An engine in the same process has nothing to gain from the difference.
    package func writeNew<Value: Sendable>(
        _ body: @escaping @Sendable (any Transaction) throws -> Value
    ) async throws -> Value {
        try await writeGuarded(body)
    }

    /// An engine with one writer has no use for the difference.
    package func writeGuarded<Value: Sendable>(
        _ body: @escaping @Sendable (any Transaction) throws -> Value
    ) async throws -> Value {
        try await write(body)
    }
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

    /// Runs a statement whose answer need not be waited for: what is wrong with it is thrown by a
    /// later statement or by the commit, and nothing of the transaction is kept.
    func post(_ sql: String, _ values: [SQLValue]) throws

    /// Posts an update that is guarded by the version it read: where it does not change exactly one
    /// row, ``StorageProblem/changedMeanwhile`` is thrown, now or by the commit.
    func postGuarded(_ sql: String, _ values: [SQLValue]) throws

    /// Posts a question that has to find a row: where it finds none,
    /// ``StorageProblem/changedMeanwhile`` is thrown, now or by the commit.
    func postCondition(_ sql: String, _ values: [SQLValue]) throws

    /// Has the questions that `body` asks travel together, where each has a way to go: what asks
    /// one of them again in this transaction finds the answer there.
    ///
    /// `body` is given something to ask of that knows no rows. It must not change anything, and
    /// need not be complete: what was not asked ahead is asked when it is needed.
    func ahead(_ body: (any Transaction) throws -> Void) throws

    /// Has the audit log tell of a change that it does not see, where it is kept: of tables that
    /// the house keeps for itself, or of something outside the database.
    func note(_ change: NotedChange)

    /// Kept with the snapshot that this transaction reads, where the engine shares one among reads.
    var memory: SnapshotMemory? { get }
}

extension Transaction {
    package var memory: SnapshotMemory? { nil }

    package func note(_ change: NotedChange) {}

    /// An engine in the same process has no way to go.
    package func ahead(_ body: (any Transaction) throws -> Void) throws {}

    /// An engine in the same process has nothing to wait for.
    package func post(_ sql: String, _ values: [SQLValue]) throws {
        try run(sql, values)
    }

    package func postGuarded(_ sql: String, _ values: [SQLValue]) throws {
        guard try run(sql, values) == 1 else { throw StorageProblem.changedMeanwhile }
    }

    package func postCondition(_ sql: String, _ values: [SQLValue]) throws {
        guard try row(sql, values, { $0.isNextAbsent }) != nil else {
            throw StorageProblem.changedMeanwhile
        }
    }

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

    /// Draws the number for a row that this transaction is going to insert into a table.
    ///
    /// An insertion that has its number need not be waited for, and rows can name each other.
    func drawNumber<Entity>(of table: String) throws -> ID<Entity> {
        guard let id: ID<Entity> = try row("SELECT {next \(table)}", [], { $0.id() }) else {
            throw StorageProblem.nothingInserted
        }
        return id
    }

    /// Runs an `INSERT … RETURNING id`.
    func insert<Entity>(_ sql: String, _ values: [SQLValue]) throws -> ID<Entity> {
        guard let id: ID<Entity> = try row(sql, values, { $0.id() }) else {
            throw StorageProblem.nothingInserted
        }
        return id
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
    /// The schema refused it.
    case violates(Constraint)
    /// The engine cannot work just now: away, full, or read-only. The reason is for the log.
    case unavailable(String)
    /// A text that not every engine can hold: it has a character NUL.
    case unstorable

    package enum Constraint: Sendable {
        case unique, foreignKey, check, notNull
    }
}

extension StorageProblem {
    /// Whether it may be over once a body is run again, on what others have written meanwhile.
    package var mayBeOfOthers: Bool {
        switch self {
        case .changedMeanwhile, .violates(.unique), .violates(.foreignKey): true
        case .violates, .nothingInserted, .unreadable, .schemaTooNew, .unavailable, .unstorable:
            false
        }
    }
}

extension StorageProblem: CustomStringConvertible {
    /// What people read who use the command line.
    package var description: String {
        switch self {
        case .changedMeanwhile: "It was changed by somebody else at the same time. Try again."
        case .nothingInserted: "The database inserted nothing."
        case .unreadable(let column, let value):
            "The database holds \"\(value)\" as \(column), which this Chancery does not know."
        case .schemaTooNew(let found, let known):
            "The database has schema \(found), and this Chancery knows \(known): update Chancery."
        case .violates(let constraint): "The schema of the database refused it (\(constraint))."
        case .unavailable(let reason): "The database cannot be used now: \(reason)"
        case .unstorable: "A text has the character NUL, which no database holds."
        }
    }
}

extension String {
    /// To be called by engines before they bind a text.
    package func refuseNUL() throws(StorageProblem) {
        var text = self
        // Asked of every text that is written: octets are looked at all at once.
        let hasNUL = text.withUTF8 { octets in
            octets.baseAddress.map { memchr($0, 0, octets.count) != nil } ?? false
        }
        if hasNUL { throw .unstorable }
    }
}
