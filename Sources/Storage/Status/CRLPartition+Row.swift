package import Foundation
package import OrderCore

extension CRLPartition {
    static let columns = "p.id, p.issuer_id, p.number, p.published_url"

    init(row: inout Columns) {
        self.init(
            id: row.id(), issuerID: row.id(), number: row.int(),
            publishedURL: row.textIfPresent())
    }
}

/// A part whose list is to be made, claimed for some time.
package struct ClaimedPartition: Equatable, Sendable {
    package let partition: CRLPartition
    package let attempts: Int
    /// Until when it is claimed. A revocation in between moves the row's time, and outlives the
    /// claim.
    let leaseEnd: Date
}

extension Transaction {
    package func crlPartition(_ id: ID<CRLPartition>) throws -> CRLPartition? {
        try row("SELECT \(CRLPartition.columns) FROM crl_partitions p WHERE p.id = $1", [.id(id)]) {
            CRLPartition(row: &$0)
        }
    }

    package func crlPartition(
        of issuer: ID<CACertificate>, number: Int
    ) throws -> CRLPartition? {
        try row(
            """
            SELECT \(CRLPartition.columns) FROM crl_partitions p
            WHERE p.issuer_id = $1 AND p.number = $2
            """, [.id(issuer), .int(number)]
        ) { CRLPartition(row: &$0) }
    }

    package func crlPartitionsCount(of issuer: ID<CACertificate>) throws -> Int {
        try row("SELECT count(*) FROM crl_partitions WHERE issuer_id = $1", [.id(issuer)]) {
            $0.int()
        } ?? 0
    }

    /// The first part of an issuer, which is there as long as the issuer itself.
    func insertFirstPartition(of issuer: ID<CACertificate>, at now: Date) throws {
        try run(
            """
            INSERT INTO crl_partitions (issuer_id, number, places_taken, due_at, attempts)
            VALUES ($1, 0, 0, $2, 0)
            """, [.id(issuer), .date(now)])
    }

    /// Takes places in the newest part of an issuer, or in a new one where that is full or is
    /// published elsewhere. To be run alone.
    package func takePlaces(
        for issuer: ID<CACertificate>, published url: String, at now: Date
    ) throws -> CRLPartition {
        let newest = try row(
            """
            SELECT \(CRLPartition.columns), p.places_taken FROM crl_partitions p
            WHERE p.issuer_id = $1 ORDER BY p.number DESC LIMIT 1
            """, [.id(issuer)]
        ) { (partition: CRLPartition(row: &$0), taken: $0.int()) }
        let roomMax = CRLPartition.certificatesMax - CRLPartition.placesTaken
        if let newest, newest.taken <= roomMax, (newest.partition.publishedURL ?? url) == url {
            try run(
                """
                UPDATE crl_partitions SET places_taken = places_taken + $2, published_url = $3
                WHERE id = $1
                """, [.id(newest.partition.id), .int(CRLPartition.placesTaken), .text(url)])
            return CRLPartition(
                id: newest.partition.id, issuerID: issuer, number: newest.partition.number,
                publishedURL: url)
        }
        let number = newest.map { $0.partition.number + 1 } ?? 0
        let id: ID<CRLPartition> = try insert(
            """
            INSERT INTO crl_partitions (issuer_id, number, published_url, places_taken, due_at,
              attempts)
            VALUES ($1, $2, $3, $4, $5, 0) RETURNING id
            """,
            [.id(issuer), .int(number), .text(url), .int(CRLPartition.placesTaken), .date(now)])
        // The first list is no longer all that the issuer revoked, and has to say so.
        if number == 1, let newest { try askForCRL(of: newest.partition.id, due: now) }
        return CRLPartition(id: id, issuerID: issuer, number: number, publishedURL: url)
    }

    package func hasDueCRLs(at now: Date) throws -> Bool {
        try [("<=", now), (">", Self.dueMax(at: now))].contains { comparison, date in
            try row(
                "SELECT 1 FROM crl_partitions WHERE due_at \(comparison) $1 LIMIT 1", [.date(date)]
            ) { $0.int() } != nil
        }
    }

    /// No list is put off for longer than that: one that is was made by a clock that was ahead of
    /// time, and names a beginning that is still to come. It is due at once.
    private static func dueMax(at now: Date) -> Date {
        now.addingTimeInterval(CRLSchedule.renewalSeconds + CRLSchedule.clockSlackSeconds)
    }

    /// Takes parts whose list is due under a lease. To be run alone. The claim is there before or
    /// after a revocation, never beside it.
    package func claimCRLs(at now: Date) throws -> [ClaimedPartition] {
        try claimCRLs(
            """
            id IN (SELECT p.id FROM crl_partitions p WHERE p.due_at <= $1 OR p.due_at > $4
              ORDER BY p.due_at, p.id LIMIT $3)
            """, [.int(CRLSchedule.claimedMax), .date(Self.dueMax(at: now))], at: now)
    }

    /// The same for one part, due or not.
    package func claimCRL(_ id: ID<CRLPartition>, at now: Date) throws -> ClaimedPartition? {
        try claimCRLs(
            "id = $3 AND (due_at <= $1 OR due_at > $4)", [.id(id), .date(Self.dueMax(at: now))],
            at: now
        ).first
    }

    private func claimCRLs(
        _ condition: String, _ values: [SQLValue], at now: Date
    ) throws -> [ClaimedPartition] {
        let leaseEnd = now.addingTimeInterval(CRLSchedule.leaseSeconds)
        try post("SELECT {apart from revocations}", [])
        return try rows(
            """
            UPDATE crl_partitions SET due_at = $2, attempts = attempts + 1 WHERE \(condition)
            RETURNING id, issuer_id, number, published_url, attempts
            """, [.date(now), .date(leaseEnd)] + values
        ) {
            ClaimedPartition(
                partition: CRLPartition(row: &$0), attempts: $0.int(), leaseEnd: leaseEnd)
        }
    }

    /// Lets a claim go: the list is due again then, unless a revocation has asked for it sooner.
    package func release(
        _ claimed: ClaimedPartition, due: Date, failure: String? = nil
    ) throws {
        try run(
            """
            UPDATE crl_partitions SET due_at = $2, attempts = $4, failure = $5
            WHERE id = $1 AND due_at = $3
            """,
            [
                .id(claimed.partition.id), .date(due), .date(claimed.leaseEnd),
                .int(failure == nil ? 0 : claimed.attempts), .text(failure),
            ])
    }

    /// Asks for all lists of an issuer by `due`.
    func askForCRLs(of issuer: ID<CACertificate>, due: Date) throws {
        try run(
            """
            UPDATE crl_partitions SET due_at = $2, attempts = 0, failure = NULL
            WHERE issuer_id = $1 AND due_at > $2
            """, [.id(issuer), .date(due)])
    }

    /// Asks for all lists there are by `due`.
    package func askForAllCRLs(due: Date) throws {
        try run("UPDATE crl_partitions SET due_at = $1 WHERE due_at > $1", [.date(due)])
    }

    /// Asks for a list by `due`, if it is not asked for by then already.
    func askForCRL(of id: ID<CRLPartition>, due: Date) throws {
        try post(
            "UPDATE crl_partitions SET due_at = $2 WHERE id = $1 AND due_at > $2",
            [.id(id), .date(due)])
    }
}
