package import Foundation
package import OrderCore

/// A mailbox of an order whose owner is asked to prove that it is theirs.
package struct EmailProof: Equatable, Sendable {
    package let orderID: ID<Order>
    package let email: String
    package let token: String
    package let emailedAt: Date
    package let provedAt: Date?
}

extension Transaction {
    /// In order of the addresses.
    package func emailProofs(of order: ID<Order>) throws -> [EmailProof] {
        try rows(
            """
            SELECT order_id, email, token, emailed_at, proved_at FROM email_proofs
            WHERE order_id = $1 ORDER BY email
            """, [.id(order)]
        ) { EmailProof(row: &$0) }
    }

    package func emailProof(token: String) throws -> EmailProof? {
        try row(
            """
            SELECT order_id, email, token, emailed_at, proved_at FROM email_proofs
            WHERE token = $1
            """, [.text(token)]
        ) { EmailProof(row: &$0) }
    }

    /// Asks for proof of a mailbox, unless it has been asked for already.
    package func askEmailProof(
        of email: String, order: ID<Order>, token: String, at now: Date
    ) throws {
        try post(
            """
            INSERT INTO email_proofs (order_id, email, token, emailed_at) VALUES ($1, $2, $3, $4)
            ON CONFLICT (order_id, email) DO NOTHING
            """, [.id(order), .text(email), .text(token), .date(now)])
    }

    /// Notes that a mailbox counts as proved, asked or not. The order stays as it is.
    package func noteEmailProof(
        of email: String, order: ID<Order>, token: String, at now: Date
    ) throws {
        try run(
            """
            INSERT INTO email_proofs (order_id, email, token, emailed_at, proved_at)
            VALUES ($1, $2, $3, $4, $4)
            ON CONFLICT (order_id, email) DO UPDATE SET proved_at = excluded.proved_at
            """, [.id(order), .text(email), .text(token), .date(now)])
    }

    /// Notes that somebody read the mail with this token, and wakes what waited for it. Returns the
    /// proof as it was before; none where nobody was sent the token.
    package func proveEmail(token: String, at now: Date) throws -> EmailProof? {
        guard let proof = try emailProof(token: token), let order = try order(proof.orderID) else {
            return nil
        }
        guard proof.provedAt == nil else { return proof }
        try post(
            "UPDATE email_proofs SET proved_at = $3 WHERE order_id = $1 AND email = $2",
            [.id(proof.orderID), .text(proof.email), .date(now)])
        try touch(order)
        try wakeEffects(of: order.accountID, at: now)
        return proof
    }
}

extension EmailProof {
    fileprivate init(row: inout Columns) {
        self.init(
            orderID: row.id(), email: row.text(), token: row.text(), emailedAt: row.date(),
            provedAt: row.dateIfPresent())
    }
}
