import CLibPQ
package import Storage

/// The engine for several nodes: a PostgreSQL server, through libpq.
///
/// - Four lanes of threads, each thread with a connection of its own (``Lane``): one for reads, one
///   for guarded writes, one for what is only added, and a single thread for writes that have to be
///   alone.
/// - Reads that would wait for a connection share a snapshot (``Reading``).
/// - What waits to be added goes under one commit, the rows of a table in one statement
///   (``GatheringTransaction``). Where that fails, each body is run as a guarded write.
/// - Plain writes run one at a time over all nodes, under an advisory lock: what holds for SQLite's
///   one writer holds here. Guarded writes run beside each other and beside the one that is alone,
///   at the isolation `READ COMMITTED`; row versions and unique indexes guard what they change.
/// - A body that collides with another one is run again, the last times alone. One whose
///   connection broke before its commit was sent is run again on a new connection. Where the
///   connection breaks during the commit, nobody knows, and the caller is told that it failed.
/// - A server that does not answer is waited for within a bound (``AnswerWatch``).
package final class PostgresDatabase: Database {
    /// How many connections a node holds at most.
    package struct Limits: Sendable {
        package let readers: Int
        package let writers: Int
        /// For what is only added; without one, it is written as what is guarded.
        package let adders: Int

        /// While one waits for its commit, what the other is going to add gathers.
        package static let addersMax = 2
        package static let standard = Limits(connectionsMax: 32)

        /// Divides connections: writes wait for the disk, reads do not; and one writes alone. A
        /// waiting commit costs a server nothing, and many that wait share one sync of its disk.
        package init(connectionsMax: Int) {
            readers = max(1, connectionsMax / 4)
            adders = min(Self.addersMax, max(0, connectionsMax - readers - 2))
            writers = max(1, connectionsMax - readers - adders - 1)
        }

        package init(readers: Int, writers: Int, adders: Int) {
            self.readers = readers
            self.writers = writers
            self.adders = adders
        }
    }

    /// How often a body is run because of others.
    static let attemptsMax = 16
    /// From this attempt on it runs alone.
    static let attemptsAmongOthersMax = 3

    private let limits: Limits
    private let readers: Lane<Reading>
    private let writers: Lane<Turn>
    private let loneWriter: Lane<Turn>
    private let adders: Lane<Addition>
    private let watch: AnswerWatch

    package var dialect: Dialect { .postgres }

    /// Connects when first used.
    ///
    /// - Parameter url: `postgres://…` with any of libpq's options.
    package init(
        url: String, limits: Limits = .standard, bound: Bound = .standard
    ) throws {
        self.limits = limits
        watch = AnswerWatch(bound)
        let connector = Connector(options: try ConnectionURL(url).options, watch: watch)
        readers = Lane(
            sharing: "reader", threadsMax: limits.readers, connector: connector, watch: watch)
        writers = Lane("writer", threadsMax: limits.writers, connector: connector, watch: watch)
        loneWriter = Lane("lone-writer", threadsMax: 1, connector: connector, watch: watch)
        adders = Lane(
            gathering: "adder", threadsMax: limits.adders, connector: connector, watch: watch)
        for lane in lanes { watch.add(lane) }
    }

    package func read<Value: Sendable>(
        _ body: @escaping @Sendable (any Transaction) throws -> Value
    ) async throws -> Value {
        try await readers.run(body)
    }

    package func write<Value: Sendable>(
        _ body: @escaping @Sendable (any Transaction) throws -> Value
    ) async throws -> Value {
        try await loneWriter.run {
            try $0.insisting({ _ in .alone }, body: { try body($0) })
        }
    }

    package func writeGuarded<Value: Sendable>(
        _ body: @escaping @Sendable (any Transaction) throws -> Value
    ) async throws -> Value {
        try await writers.run { holder in
            try holder.insisting(
                { $0 < Self.attemptsAmongOthersMax ? .guarded : .alone }, body: { try body($0) })
        }
    }

    package func writeNew<Value: Sendable>(
        _ body: @escaping @Sendable (any Transaction) throws -> Value
    ) async throws -> Value {
        guard limits.adders > 0, Patience.current == .ofRequests else {
            return try await writeGuarded(body)
        }
        do {
            return try await adders.run(body)
        } catch is NotTogether {
            return try await writeGuarded(body)
        }
    }

    package func settle(_ tables: [String]) async throws {
        let statement = "VACUUM (ANALYZE) " + tables.joined(separator: ", ")
        try await loneWriter.run { holder in
            try holder.withSession { session in
                try session.send(statement, [])
                try session.hear()
            }
        }
    }

    private var lanes: [any WaitingLine] { [readers, writers, adders, loneWriter] }

    package func close() async throws {
        watch.beginClosing()
        for lane in lanes { await lane.stop() }
        watch.stop()
    }

    deinit {
        for lane in lanes { lane.release() }
        watch.stop()
    }
}

extension SessionHolder {
    /// Runs a body in a transaction, again where others are the reason that it failed.
    func insisting<Value>(
        _ kind: (_ attempt: Int) -> TransactionKind, body: (any Transaction) throws -> Value
    ) throws -> Value {
        var attempt = 0
        while true {
            let kind = kind(attempt)
            attempt += 1
            do {
                return try withSession { try $0.inTransaction(kind, body) }
            } catch let lost as ConnectionLost {
                guard attempt < PostgresDatabase.attemptsMax, !lost.isOverdue else {
                    throw StorageProblem.unavailable(lost.reason)
                }
            } catch let collision as Collision {
                guard attempt < PostgresDatabase.attemptsMax else {
                    throw StorageProblem.unavailable(collision.problem.description)
                }
            } catch let problem as StorageProblem where problem.mayBeOfOthers {
                // What the body read itself may have been changed by a guarded write before it
                // wrote; again, and at last alone.
                guard kind != .read, attempt < PostgresDatabase.attemptsMax else {
                    throw problem
                }
            }
        }
    }
}
