package import Foundation
package import OrderCore

extension Chore {
    static let columns = """
        h.id, h.kind, h.order_id, h.certificate_id, h.attempts, h.failure, h.due_at
        """

    init(row: inout Columns) throws {
        self.init(
            id: row.id(), kind: try row.word(), orderID: row.id(), certificateID: row.id(),
            attempts: row.int(), failure: row.textIfPresent(), dueAt: row.dateIfPresent())
    }
}

/// An order whose time has come, with the certificate that ends.
package struct EndingOrder: Equatable, Sendable {
    package let orderID: ID<Order>
    package let certificateID: ID<Certificate>

    init(row: inout Columns) {
        orderID = row.id()
        certificateID = row.id()
    }
}

extension Transaction {
    /// Orders that are to be renewed by themselves, end by `limit` and are in their last third, and
    /// are noted nowhere. Without that third, a renewal of a short order would be due at once.
    package func ordersToRenew(
        between now: Date, and limit: Date, max: Int
    ) throws -> [EndingOrder] {
        try rows(
            """
            SELECT o.id, o.primary_certificate_id FROM orders o
            WHERE o.auto_renew = 1 AND coalesce(o.renewed_by, 0) = 0
              AND o.valid_till > $1 AND o.valid_till <= $2 AND o.state = 'issued'
              AND (o.valid_till - $1) * 3 <= o.valid_till - o.valid_from
              AND NOT EXISTS
                (SELECT 1 FROM chores h WHERE h.kind = 'renew_order' AND h.subject_id = o.id)
            ORDER BY o.valid_till, o.id LIMIT $3
            """, [.date(now), .date(limit), .int(max)]
        ) { EndingOrder(row: &$0) }
    }

    /// Orders that are to be reissued by themselves and outlast their certificate, which ends by
    /// `limit` and is in its last third, and are noted nowhere.
    package func ordersToReissue(
        between now: Date, and limit: Date, max: Int
    ) throws -> [EndingOrder] {
        try rows(
            """
            SELECT o.id, o.primary_certificate_id FROM orders o
            JOIN certificates c ON c.id = o.primary_certificate_id
            WHERE o.auto_reissue = 1
              AND (c.valid_till - $1) * 3 <= c.valid_till - c.valid_from
              AND o.certificate_valid_till > $5 AND o.valid_till > $1
              AND o.certificate_valid_till <= $2
              AND o.valid_till > o.certificate_valid_till + $4 AND o.state = 'issued'
              AND NOT EXISTS (SELECT 1 FROM chores h
                WHERE h.kind = 'reissue_certificate' AND h.subject_id = o.primary_certificate_id)
            ORDER BY o.certificate_valid_till, o.id LIMIT $3
            """,
            [
                .date(now), .date(limit), .int(max), .integer(Int64(Span.daySeconds * 1000)),
                .date(now.addingTimeInterval(-Chore.overdueDaysMax * Span.daySeconds)),
            ]
        ) { EndingOrder(row: &$0) }
    }

    package func insertChore(_ kind: Chore.Kind, for ending: EndingOrder, due: Date) throws {
        let subject: SQLValue =
            switch kind {
            case .renewOrder: .id(ending.orderID)
            case .reissueCertificate: .id(ending.certificateID)
            }
        try run(
            """
            INSERT INTO chores (kind, order_id, certificate_id, subject_id, due_at, attempts)
            VALUES ($1, $2, $3, $4, $5, 0) ON CONFLICT (kind, subject_id) DO NOTHING
            """,
            [
                .text(kind.rawValue), .id(ending.orderID), .id(ending.certificateID), subject,
                .date(due),
            ])
    }

    package func hasDueChores(at now: Date) throws -> Bool {
        try row("SELECT 1 FROM chores WHERE due_at <= $1 LIMIT 1", [.date(now)]) { $0.int() }
            != nil
    }

    /// Takes due chores under a lease: nobody else gets them before it ends.
    package func claimChores(at now: Date) throws -> [Chore] {
        let ids: [ID<Chore>] = try rows(
            """
            UPDATE chores SET due_at = $2, attempts = attempts + 1
            WHERE id IN
              (SELECT h.id FROM chores h WHERE h.due_at <= $1 ORDER BY h.due_at, h.id LIMIT $3)
            RETURNING id
            """,
            [
                .date(now), .date(now.addingTimeInterval(Chore.leaseSeconds)),
                .int(Chore.claimedMax),
            ]
        ) { $0.id() }
        return try ids.sorted().compactMap { try chore($0) }
    }

    package func chore(_ id: ID<Chore>) throws -> Chore? {
        try row("SELECT \(Chore.columns) FROM chores h WHERE h.id = $1", [.id(id)]) {
            try Chore(row: &$0)
        }
    }

    /// Ends a chore in the transaction that does it. Whoever lost its claim meanwhile does nothing.
    package func finish(_ chore: Chore, failure: String? = nil, at now: Date) throws {
        let count = try run(
            """
            UPDATE chores SET due_at = NULL, done_at = $2, failure = $3
            WHERE id = $1 AND done_at IS NULL AND attempts = $4
            """, [.id(chore.id), .date(now), .text(failure), .int(chore.attempts)])
        guard count == 1 else { throw StorageProblem.changedMeanwhile }
    }

    /// Puts a chore back: to be tried at `due`, or never again by itself.
    package func release(_ chore: Chore, due: Date?, failure: String) throws {
        try run(
            """
            UPDATE chores SET due_at = $2, failure = $3
            WHERE id = $1 AND done_at IS NULL AND attempts = $4
            """, [.id(chore.id), .date(due), .text(failure), .int(chore.attempts)])
    }

    /// What failed and is not done, for people to see.
    package func failedChores(max: Int) throws -> [Chore] {
        try rows(
            """
            SELECT \(Chore.columns) FROM chores h
            WHERE h.failure IS NOT NULL AND h.done_at IS NULL ORDER BY h.id LIMIT $1
            """, [.int(max)]
        ) { try Chore(row: &$0) }
    }

    /// Tries anew what was given up. Returns how much that is.
    package func retryChores(at now: Date) throws -> Int {
        let failed = try rows(
            """
            SELECT id, due_at, attempts FROM chores
            WHERE failure IS NOT NULL AND done_at IS NULL ORDER BY id
            """, []
        ) { ($0.long(), $0.dateIfPresent(), $0.long()) }
        for (id, due, attempts) in failed {
            note(
                NotedChange(
                    "chores", id: id,
                    before: ["due_at": .date(due), "attempts": .integer(attempts)],
                    after: ["due_at": .date(now), "attempts": .integer(0)]))
        }
        return try run(
            """
            UPDATE chores SET due_at = $1, attempts = 0
            WHERE failure IS NOT NULL AND done_at IS NULL
            """, [.date(now)])
    }
}
