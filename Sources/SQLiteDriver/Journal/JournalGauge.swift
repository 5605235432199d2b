import GRDBSQLite
import Synchronization

/// How many pages the write-ahead log has, as the writer's connection saw it at its last commit.
///
/// SQLite calls back after each commit. This takes the place of its own checkpoints, which run in
/// the commit of whoever happens to make the thousandth page, and make its caller wait.
final class JournalGauge: Sendable {
    private let count = Atomic(0)

    var pages: Int { count.load(ordering: .relaxed) }

    /// The connection has to be closed before the gauge is let go.
    func watch(_ handle: OpaquePointer) {
        sqlite3_wal_hook(
            handle,
            { gauge, _, _, pages in
                if let gauge {
                    Unmanaged<JournalGauge>.fromOpaque(gauge).takeUnretainedValue().count
                        .store(Int(pages), ordering: .relaxed)
                }
                return SQLITE_OK
            }, Unmanaged.passUnretained(self).toOpaque())
    }
}
