/// Which changes of orders a snapshot of the database holds: each order carries the number of its
/// last change, which the engine gives it.
///
/// - SQLite has one writer, so changes are counted, and a snapshot holds all up to a number.
/// - PostgreSQL's writers commit in any order, so a change is numbered by its transaction, and a
///   snapshot holds those of the transactions that it sees.
enum IndexMark: Equatable, Codable, Sendable {
    case number(Int64)
    case snapshot(PostgresSnapshot)

    /// Whether whoever reads at this mark sees all that was seen at the other one.
    func covers(_ other: IndexMark) -> Bool {
        switch (self, other) {
        case (.number(let own), .number(let other)): own >= other
        case (.snapshot(let own), .snapshot(let other)): own.covers(other)
        case (.number, .snapshot), (.snapshot, .number): false
        }
    }

    /// At most so many changes lie between this mark and an earlier one; of those of PostgreSQL,
    /// the transactions are counted, whatever they changed.
    func changesAtMost(since earlier: IndexMark) -> Int64 {
        switch (self, earlier) {
        case (.number(let own), .number(let earlier)): own - earlier
        case (.snapshot(let own), .snapshot(let earlier)): own.end - earlier.end
        case (.number, .snapshot), (.snapshot, .number): .max
        }
    }

    /// The condition on orders `o` that changed after an earlier mark, and its values.
    func changes(since earlier: IndexMark) -> (condition: String, values: [SQLValue])? {
        switch (self, earlier) {
        case (.number(let own), .number(let earlier)):
            ("o.change > $1 AND o.change <= $2", [.integer(earlier), .integer(own)])
        case (.snapshot(let own), .snapshot(let earlier)):
            (
                """
                o.change BETWEEN $1 AND $2 \
                AND NOT pg_visible_in_snapshot(o.change::text::xid8, $3::pg_snapshot)
                """,
                [
                    .integer(earlier.oldestRunning), .integer(own.end - 1), .text(earlier.text),
                ]
            )
        case (.number, .snapshot), (.snapshot, .number): nil
        }
    }
}

/// Which transactions a snapshot sees: those before `end` that were not `running`.
struct PostgresSnapshot: Equatable, Codable, Sendable {
    /// As the server writes it: `oldest:end:running,running,…`.
    let text: String
    /// When the server was started: another one may number its transactions anew.
    let server: String
    let oldestRunning: Int64
    let end: Int64
    private let running: [Int64]

    init(text: String, server: String) throws {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 3, let oldest = Int64(parts[0]), let end = Int64(parts[1]) else {
            throw StorageProblem.unreadable(column: "pg_current_snapshot", value: text)
        }
        self.text = text
        self.server = server
        oldestRunning = oldest
        self.end = end
        running = parts[2].split(separator: ",").compactMap { Int64($0) }
    }

    func covers(_ other: PostgresSnapshot) -> Bool {
        server == other.server && end >= other.end
            && running.allSatisfy { $0 >= other.end || other.running.contains($0) }
    }
}

extension Transaction {
    func indexMark(_ dialect: Dialect) throws -> IndexMark {
        switch dialect {
        case .sqlite:
            .number(
                try row("SELECT coalesce(max(o.change), 0) FROM orders o", []) { $0.long() } ?? 0)
        case .postgres:
            .snapshot(
                try rows(
                    """
                    SELECT pg_current_snapshot()::text, pg_postmaster_start_time()::text
                    """, []
                ) { try PostgresSnapshot(text: $0.text(), server: $0.text()) }[0])
        }
    }
}
