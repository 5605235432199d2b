package import Foundation

/// Where the chain begins after its oldest links were exported and removed: what is known of the
/// last of them. It has a code of its own, so that nobody else can call a removal a pruning.
package struct AuditAnchor: Equatable, Sendable {
    /// The number of the last seal that was removed.
    package let number: Int64
    package let at: Date
    /// How many entries were removed, all in all.
    package let entries: Int64
    /// The highest number of one of them.
    package let reached: Int64
    /// How far the signing logs had got by then, a line each.
    package let ledgers: [String]
    package let hash: [UInt8]

    package init(
        number: Int64, at: Date, entries: Int64, reached: Int64, ledgers: [String], hash: [UInt8]
    ) {
        self.number = number
        self.at = at
        self.entries = entries
        self.reached = reached
        self.ledgers = ledgers
        self.hash = hash
    }

    /// What its code is made from.
    package var octets: [UInt8] {
        var text = AuditOctets("chancery audit anchor 1")
        text.add(number)
        text.add(at.milliseconds)
        text.add(entries)
        text.add(reached)
        text.add(ledgerLines)
        text.add(hash)
        return text.octets
    }

    fileprivate var ledgerLines: String? {
        ledgers.isEmpty ? nil : ledgers.joined(separator: "\n")
    }
}

extension Transaction {
    /// All anchors with their codes, the last one last; none where nothing was pruned.
    package func auditAnchors() throws -> [(anchor: AuditAnchor, code: [UInt8])] {
        try rows(
            """
            SELECT id, pruned_at, entries, reached, ledgers, hash, code FROM audit_anchors
            ORDER BY id
            """, []
        ) { row in
            let anchor = AuditAnchor(
                number: row.long(), at: row.date(), entries: row.long(), reached: row.long(),
                ledgers: row.lines(), hash: row.bytes())
            return (anchor, row.bytes())
        }
    }

    package func lastAuditAnchor() throws -> AuditAnchor? {
        try auditAnchors().last?.anchor
    }

    package func insert(_ anchor: AuditAnchor, code: [UInt8]) throws {
        try post(
            """
            INSERT INTO audit_anchors (id, pruned_at, entries, reached, ledgers, hash, code)
            VALUES ($1, $2, $3, $4, $5, $6, $7)
            """,
            [
                .integer(anchor.number), .date(anchor.at), .integer(anchor.entries),
                .integer(anchor.reached), .text(anchor.ledgerLines), .bytes(anchor.hash),
                .bytes(code),
            ])
    }

    /// Removes seals with their entries; the anchor has to be there already.
    package func remove(_ seals: [AuditSeal]) throws {
        for run in seals.flatMap({ $0.entries.map(\.id) }).sorted().runs {
            try post(
                "DELETE FROM audit_entries WHERE id BETWEEN $1 AND $2",
                [.integer(run.lowerBound), .integer(run.upperBound)])
        }
        for run in seals.map(\.number).sorted().runs {
            try post(
                "DELETE FROM audit_seals WHERE number BETWEEN $1 AND $2",
                [.integer(run.lowerBound), .integer(run.upperBound)])
        }
    }

    /// The number of a seal that stands at or behind a number.
    package func firstAuditSeal(upTo number: Int64) throws -> Int64? {
        try row(
            "SELECT number FROM audit_seals WHERE number <= $1 ORDER BY number LIMIT 1",
            [.integer(number)]
        ) { $0.long() }
    }
}

extension [Int64] {
    /// Sorted numbers, as ranges without holes.
    fileprivate var runs: [ClosedRange<Int64>] {
        reduce(into: []) { runs, number in
            if let last = runs.last, number == last.upperBound + 1 {
                runs[runs.count - 1] = last.lowerBound...number
            } else {
                runs.append(number...number)
            }
        }
    }
}
