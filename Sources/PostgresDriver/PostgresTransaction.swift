import CLibPQ
import Storage

/// What a transaction is for, and so how it begins.
enum TransactionKind {
    /// On one snapshot.
    case read
    /// Beside others; what it changes is guarded by versions, unique indexes and row locks.
    case guarded
    /// As if nobody else wrote: only one such transaction runs at a time, on whichever node.
    case alone

    var opening: String {
        switch self {
        case .read: "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"
        case .guarded, .alone: "BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE"
        }
    }

    /// Held until the transaction ends. The number is ours; the schema tells installations that
    /// share a database apart.
    static let lock = """
        SELECT pg_advisory_xact_lock(731, to_regnamespace(current_schema()::text)::oid::int4)
        """
}

/// One open transaction of a session.
///
/// Where a statement fails, the server gives up the transaction whatever the body makes of it; so
/// the failure is kept, and thrown at the end even by a body that went on.
final class PostgresTransaction: Transaction {
    private let session: Session
    private(set) var failure: (any Error)?

    private let kind: TransactionKind

    init(session: Session, kind: TransactionKind) {
        self.session = session
        self.kind = kind
    }

    /// Only where nothing is written: what was asked ahead stays true until the end.
    func ahead(_ body: (any Transaction) throws -> Void) throws {
        guard kind == .read else { return }
        let notes = QuestionNotes()
        try body(notes)
        try noting {
            for question in notes.questions { try session.foresee(question.sql, question.values) }
        }
    }

    @discardableResult
    func run(_ sql: String, _ values: [SQLValue]) throws -> Int {
        try noting {
            try session.ask(sql, values).rowsChanged
        }
    }

    func each(
        _ sql: String, _ values: [SQLValue], _ body: (inout Columns) throws -> Void
    ) throws {
        let answer = try noting { try session.ask(sql, values) }
        try withExtendedLifetime(answer) {
            for row in 0..<answer.rowsCount {
                var columns = Columns(PostgresColumns(result: answer.result, row: row))
                try body(&columns)
            }
        }
    }

    func post(_ sql: String, _ values: [SQLValue]) throws {
        try noting { try session.send(sql, values) }
    }

    func postGuarded(_ sql: String, _ values: [SQLValue]) throws {
        try noting { try session.sendGuarded(sql, values) }
    }

    func postCondition(_ sql: String, _ values: [SQLValue]) throws {
        try noting { try session.sendCondition(sql, values) }
    }

    /// Posts an insertion of several rows.
    func postInsertion(_ sql: String, _ rows: [[SQLValue]]) throws {
        try noting { try session.sendInsertion(sql, rows) }
    }

    private func noting<Value>(_ body: () throws -> Value) throws -> Value {
        if let failure { throw failure }
        do {
            return try body()
        } catch {
            failure = error
            throw error
        }
    }
}

extension Session {
    /// Runs `body` between a `BEGIN` and a `COMMIT`, or takes it back whole.
    func inTransaction<Value>(
        _ kind: TransactionKind, _ body: (PostgresTransaction) throws -> Value
    ) throws -> Value {
        let transaction = PostgresTransaction(session: self, kind: kind)
        let value: Value
        defer { foresight.forget() }
        do {
            try send(kind.opening, [])
            if kind == .alone { try send(TransactionKind.lock, []) }
            value = try body(transaction)
            if let failure = transaction.failure { throw failure }
        } catch {
            abandon()
            throw error
        }
        switch kind {
        case .read: abandon()
        case .guarded, .alone: try commit()
        }
        return value
    }

    /// Ends what cannot or need not be kept. Nobody waits for it: the next transaction hears of it.
    private func abandon() {
        guard isOpen else { return }
        do {
            try send("ROLLBACK", [])
            try flush()
        } catch {
            // The connection is gone, and the transaction with it; the next user finds out.
        }
    }

    /// Waits until the transaction is durable.
    private func commit() throws {
        var isCommitted = false
        let isWarned: Bool
        do {
            isWarned = try self.isWarned {
                try send("COMMIT", [])
                let answer = try hear(of: .commit)
                // A transaction that failed answers a COMMIT with ROLLBACK.
                isCommitted =
                    answer.map { String(cString: PQcmdStatus($0.result)) == "COMMIT" } ?? false
            }
        } catch let lost as ConnectionLost {
            throw StorageProblem.unknownOutcome(lost.reason)
        } catch {
            abandon()
            throw error
        }
        // It is on this disk, but a standby that should have it too may lack it.
        guard !isWarned else {
            throw StorageProblem.unavailable("the commit was not confirmed by the standby")
        }
        guard isCommitted else {
            throw PostgresProblem(state: "25P02", message: "the transaction was not committed")
        }
    }
}

extension StorageProblem {
    /// The commit was sent, and not heard of.
    static func unknownOutcome(_ reason: String) -> StorageProblem {
        .unavailable("whether the transaction was kept is not known: \(reason)")
    }
}
