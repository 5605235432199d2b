import Foundation
import Storage
import Synchronization

/// The one writer. Bodies that wait are run one after the other, each in a savepoint of its own,
/// under one commit and so one sync of the disk; each caller is answered after that commit.
///
/// A body that throws is rolled back alone. If the commit itself fails, every caller of the group
/// hears of it and nothing of the group was kept.
final class WriterThread: Sendable {
    /// The most bodies under one commit: bounds how long the first of them waits.
    static let groupMax = 256

    private typealias Write = @Sendable (any Transaction) -> Outcome

    /// What became of one body: how to answer its caller once the fate of the group is known.
    private struct Outcome {
        /// Why the body is taken back.
        let failure: (any Error)?
        let answer: @Sendable ((any Error)?) -> Void
    }

    private struct State {
        var waiting: [Write] = []
        var isStopping = false
    }

    private let connection: Connection
    private let checkpointer: Checkpointer?
    private let onCommit: @Sendable () -> Void
    private let state = Mutex(State())
    private let wakeUp = DispatchSemaphore(value: 0)
    private let ended = DispatchSemaphore(value: 0)

    /// - Parameter onCommit: run after each commit, before those who wrote hear of it.
    init(
        connection: Connection, checkpointer: Checkpointer?,
        onCommit: @escaping @Sendable () -> Void
    ) {
        self.connection = connection
        self.checkpointer = checkpointer
        self.onCommit = onCommit
    }

    func start() {
        let thread = Thread { self.loop() }
        thread.name = "chancery-writer"
        thread.stackSize = 1 << 21
        thread.start()
    }

    /// Ends once everything that waits is written.
    func stop() async {
        state.withLock { $0.isStopping = true }
        wakeUp.signal()
        await withCheckedContinuation { continuation in
            DispatchQueue.global().async {
                self.ended.wait()
                continuation.resume()
            }
        }
        // Everything is committed; what closing could still say changes nothing.
        try? connection.close()
    }

    func run<Value: Sendable>(
        _ body: @escaping @Sendable (any Transaction) throws -> Value
    ) async throws -> Value {
        try await withCheckedThrowingContinuation { continuation in
            let write: Write = { transaction in
                let result = Result { try body(transaction) }
                let failure: (any Error)? =
                    if case .failure(let error) = result { error } else { nil }
                return Outcome(failure: failure) { groupFailure in
                    switch (groupFailure, result) {
                    case (let failure?, .success): continuation.resume(throwing: failure)
                    case (_, let result): continuation.resume(with: result)
                    }
                }
            }
            state.withLock { $0.waiting.append(write) }
            wakeUp.signal()
        }
    }

    private func loop() {
        while true {
            let (group, isStopping) = state.withLock { state in
                let group = Array(state.waiting.prefix(Self.groupMax))
                state.waiting.removeFirst(group.count)
                return (group, state.isStopping)
            }
            if !group.isEmpty {
                write(group)
            } else if isStopping {
                ended.signal()
                return
            } else {
                wakeUp.wait()
            }
        }
    }

    private func write(_ group: [Write]) {
        var outcomes: [Outcome] = []
        checkpointer?.noteBegin()
        do {
            try connection.inTransaction { transaction in
                for write in group {
                    try transaction.run("SAVEPOINT body", [])
                    let outcome = write(transaction)
                    outcomes.append(outcome)
                    // Where SQLite took the whole group back, every caller hears why.
                    guard transaction.isOpen else { throw outcome.failure ?? LostTransaction() }
                    if outcome.failure != nil { try transaction.run("ROLLBACK TO body", []) }
                    try transaction.run("RELEASE body", [])
                }
            }
            onCommit()
            for outcome in outcomes { outcome.answer(nil) }
            checkpointer?.noteCommit()
        } catch {
            for outcome in outcomes { outcome.answer(error) }
            for write in group.dropFirst(outcomes.count) {
                write(FailedTransaction(failure: error)).answer(error)
            }
        }
    }
}

/// SQLite ended the transaction, and no statement of it told why.
private struct LostTransaction: Error {}

/// Stands in for a transaction that could not be begun: every use of it fails as the beginning did.
private struct FailedTransaction: Transaction {
    let failure: any Error

    func run(_ sql: String, _ values: [SQLValue]) throws -> Int {
        throw failure
    }

    func each(
        _ sql: String, _ values: [SQLValue], _ body: (inout Columns) throws -> Void
    ) throws {
        throw failure
    }
}
