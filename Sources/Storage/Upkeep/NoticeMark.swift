package import Foundation
package import OrderCore

/// How far the notices of one stage have got: every certificate that ends before it, or at it with
/// a lower order id, was looked at.
package struct NoticeMark: Equatable, Sendable {
    package let days: Int
    package let reachedAt: Date
    package let reachedID: ID<Order>

    package init(days: Int, reachedAt: Date, reachedID: ID<Order>) {
        self.days = days
        self.reachedAt = reachedAt
        self.reachedID = reachedID
    }
}

extension Transaction {
    package func noticeMark(_ days: Int) throws -> NoticeMark? {
        try row(
            "SELECT days, reached_at, reached_id FROM notice_marks WHERE days = $1", [.int(days)]
        ) { NoticeMark(days: $0.int(), reachedAt: $0.date(), reachedID: $0.id()) }
    }

    /// The first mark of a stage, unless somebody else set it.
    package func insert(_ mark: NoticeMark) throws {
        try run(
            """
            INSERT INTO notice_marks (days, reached_at, reached_id) VALUES ($1, $2, $3)
            ON CONFLICT (days) DO NOTHING
            """, [.int(mark.days), .date(mark.reachedAt), .id(mark.reachedID)])
    }

    /// Moves a mark on, unless somebody else moved it first.
    package func move(_ mark: NoticeMark, to reached: NoticeMark) throws {
        let count = try run(
            """
            UPDATE notice_marks SET reached_at = $2, reached_id = $3
            WHERE days = $1 AND reached_at = $4 AND reached_id = $5
            """,
            [
                .int(mark.days), .date(reached.reachedAt), .id(reached.reachedID),
                .date(mark.reachedAt), .id(mark.reachedID),
            ])
        guard count == 1 else { throw StorageProblem.changedMeanwhile }
    }

    /// The next orders whose certificate ends after a mark and by `limit`, the first ones first.
    package func ordersEnding(
        after mark: NoticeMark, by limit: Date, max: Int
    ) throws -> [(order: ID<Order>, end: Date)] {
        try rows(
            """
            SELECT o.id, o.certificate_valid_till FROM orders o
            WHERE o.certificate_valid_till >= $1 AND o.certificate_valid_till <= $2
              AND (o.certificate_valid_till > $1 OR o.id > $3)
            ORDER BY o.certificate_valid_till, o.id LIMIT $4
            """, [.date(mark.reachedAt), .date(limit), .id(mark.reachedID), .int(max)]
        ) { ($0.id(), $0.date()) }
    }
}
