import CSQLiteSetup
import Foundation
import GRDB
package import Storage

/// The embedded engine: one file, one writer, readers that never wait for it.
///
/// - Reads run on the calling thread, on one of a few read-only connections with prepared
///   statements. A read takes microseconds; handing it to another thread costs more than the read.
/// - Writes are handed to one thread, which runs all that wait under a single commit
///   (``WriterThread``).
/// - The journal is a write-ahead log and every commit is synced (`synchronous=FULL`): what was
///   answered survives a power cut.
package final class SQLiteDatabase: Storage.Database {
    package enum Location: Sendable {
        case file(String)
        /// Gone when closed, and slower to read: everything shares the one connection.
        case memory
    }

    /// How long a writer waits for another process (a command beside the server) to finish.
    static let busyTimeoutSeconds: Double = 10
    /// More readers than threads that read would never be used.
    static let readersMax = ProcessInfo.processInfo.activeProcessorCount * 2 + 2

    private let readers: Readers
    private let writer: WriterThread
    private let checkpointer: Checkpointer?

    private enum Readers {
        case pool(ReaderPool)
        case writersConnection(Connection)
    }

    package var dialect: Dialect { .sqlite }

    /// Done once a process, before its first connection. Where somebody has used SQLite already,
    /// it refuses, and everything works as well, only slower.
    private static let isSetUp =
        chancery_sqlite_stop_counting_memory() == 0
        && chancery_sqlite_keep_statement_journals() == 0

    /// How much of the file the writer keeps at hand. A group of writes has to fit: what does not
    /// is written to the log before its time, and again when it changes once more.
    static let pagesKeptKiB = 24 << 10

    package init(_ location: Location, journal limits: JournalLimits = JournalLimits()) throws {
        _ = Self.isSetUp
        switch location {
        case .file(let path):
            let connection = try Self.writingConnection(path, limits)
            let gauge = JournalGauge()
            connection.watchJournal(gauge)
            let readers = try ReaderPool(countMax: Self.readersMax) {
                var configuration = Self.configuration { _ in }
                configuration.readonly = true
                return try Self.connection(path, configuration)
            }
            self.readers = .pool(readers)
            let checkpointer = Checkpointer(
                connection: try Self.writingConnection(path, limits, busy: limits.pauseSeconds),
                gauge: gauge, limits: limits, whileReadersLetGo: readers.withoutKeptSnapshots)
            self.checkpointer = checkpointer
            writer = WriterThread(
                connection: connection, checkpointer: checkpointer, onCommit: readers.endSnapshots)
            checkpointer.start()
        case .memory:
            let connection = try Connection(
                DatabaseQueue(configuration: Self.configuration { _ in }))
            writer = WriterThread(connection: connection, checkpointer: nil, onCommit: {})
            checkpointer = nil
            readers = .writersConnection(connection)
        }
        writer.start()
    }

    private static func writingConnection(
        _ path: String, _ limits: JournalLimits, busy: Double = busyTimeoutSeconds
    ) throws -> Connection {
        var configuration = Self.configuration { db in
            try db.execute(sql: "PRAGMA journal_mode = WAL")
            try db.execute(sql: "PRAGMA synchronous = FULL")
            try db.execute(sql: "PRAGMA journal_size_limit = \(limits.octetsKept)")
            try db.execute(sql: "PRAGMA wal_autocheckpoint = 0")
            try db.execute(sql: "PRAGMA cache_size = -\(pagesKeptKiB)")
        }
        configuration.busyMode = .timeout(busy)
        return try connection(path, configuration)
    }

    private static func connection(
        _ path: String, _ configuration: Configuration
    ) throws -> Connection {
        do {
            return try Connection(DatabaseQueue(path: path, configuration: configuration))
        } catch let error as DatabaseError {
            throw SQLiteProblem(error).translated
        }
    }

    private static func configuration(
        _ prepare: @escaping @Sendable (GRDB.Database) throws -> Void
    ) -> Configuration {
        var configuration = Configuration()
        configuration.foreignKeysEnabled = true
        configuration.busyMode = .timeout(busyTimeoutSeconds)
        configuration.prepareDatabase(prepare)
        return configuration
    }

    package func read<Value: Sendable>(
        _ body: @escaping @Sendable (any Transaction) throws -> Value
    ) async throws -> Value {
        switch readers {
        case .pool(let pool): try pool.read(body)
        case .writersConnection(let connection): try connection.inTransaction(body)
        }
    }

    package func write<Value: Sendable>(
        _ body: @escaping @Sendable (any Transaction) throws -> Value
    ) async throws -> Value {
        try await writer.run(body)
    }

    package func close() async throws {
        await writer.stop()
        if case .pool(let pool) = readers { try pool.close() }
        // The last connection leaves a database file without a log beside it; readers could not.
        checkpointer?.stop()
    }
}
