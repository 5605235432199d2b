package import Foundation
package import OrderCore

/// A guest's way to one order: first a link in a letter, then, once, a session.
package struct GuestVisit: Equatable, Sendable {
    package let id: ID<GuestVisit>
    package let orderID: ID<Order>
    package let email: String
    package let expiresAt: Date

    static let columns = "v.id, v.order_id, v.email, v.expires_at"

    init(row: inout Columns) {
        id = row.id()
        orderID = row.id()
        email = row.text()
        expiresAt = row.date()
    }
}

extension Transaction {
    package func insertGuestVisit(
        to order: ID<Order>, email: String, linkHash: [UInt8], at now: Date, until end: Date
    ) throws {
        try post(
            """
            INSERT INTO guest_visits (order_id, email, link_hash, created_at, expires_at)
            VALUES ($1, $2, $3, $4, $5)
            """,
            [.id(order), .text(email), .bytes(linkHash), .date(now), .date(end)])
    }

    /// How many letters about an order were written to an address since then.
    package func guestVisits(
        to order: ID<Order>, email: String, since start: Date
    ) throws -> Int {
        try row(
            """
            SELECT count(*) FROM guest_visits v
            WHERE v.order_id = $1 AND v.email = $2 AND v.created_at > $3
            """, [.id(order), .text(email), .date(start)]
        ) { $0.int() } ?? 0
    }

    /// The visit that a link opens, unless somebody has opened it.
    package func guestVisit(linkHash: [UInt8]) throws -> GuestVisit? {
        try row(
            """
            SELECT \(GuestVisit.columns) FROM guest_visits v
            WHERE v.link_hash = $1 AND v.session_hash IS NULL
            """, [.bytes(linkHash)]
        ) { GuestVisit(row: &$0) }
    }

    package func guestVisit(sessionHash: [UInt8]) throws -> GuestVisit? {
        try row(
            "SELECT \(GuestVisit.columns) FROM guest_visits v WHERE v.session_hash = $1",
            [.bytes(sessionHash)]
        ) { GuestVisit(row: &$0) }
    }

    /// Turns a link into a session; only the first to do so succeeds.
    package func beginGuestVisit(
        _ id: ID<GuestVisit>, sessionHash: [UInt8], until end: Date
    ) throws {
        try postGuarded(
            """
            UPDATE guest_visits SET session_hash = $2, expires_at = $3
            WHERE id = $1 AND session_hash IS NULL
            """, [.id(id), .bytes(sessionHash), .date(end)])
    }

    package func endGuestVisit(_ id: ID<GuestVisit>, at now: Date) throws {
        try post(
            "UPDATE guest_visits SET expires_at = $2 WHERE id = $1", [.id(id), .date(now)])
    }
}
