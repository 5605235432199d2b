package import Foundation
package import OrderCore

extension ControlInvitation {
    static let columns = "v.id, v.domain_id, v.email, v.token, v.sent_at, v.expires_at"

    init(row: inout Columns) {
        self.init(
            id: row.id(), domainID: row.id(), email: row.text(), token: row.text(),
            sentAt: row.date(), expiresAt: row.date())
    }
}

extension Transaction {
    package func invitations(to domain: ID<Domain>) throws -> [ControlInvitation] {
        try rows(
            """
            SELECT \(ControlInvitation.columns) FROM control_invitations v
            WHERE v.domain_id = $1 ORDER BY v.id
            """, [.id(domain)]
        ) { ControlInvitation(row: &$0) }
    }

    package func invitation(token: String) throws -> ControlInvitation? {
        try row(
            """
            SELECT \(ControlInvitation.columns) FROM control_invitations v WHERE v.token = $1
            """, [.text(token)]
        ) { ControlInvitation(row: &$0) }
    }

    /// Invites a mailbox, or invites it again: the link of before is void then.
    package func invite(
        _ email: String, to domain: ID<Domain>, token: String, at now: Date, until end: Date
    ) throws {
        try run(
            """
            INSERT INTO control_invitations (id, domain_id, email, token, sent_at, expires_at)
            VALUES ({next control_invitations}, $1, $2, $3, $4, $5)
            ON CONFLICT (domain_id, email) DO UPDATE SET token = excluded.token,
              sent_at = excluded.sent_at, expires_at = excluded.expires_at
            """, [.id(domain), .text(email), .text(token), .date(now), .date(end)])
    }

    package func endInvitations(to domain: ID<Domain>) throws {
        try delete(from: "control_invitations", where: "domain_id = $1", [.id(domain)])
    }
}
