package import Foundation
package import OrderCore

/// A logo that an organization has shown, with what is known of its right to it.
package struct LogoRecord: Equatable, Sendable {
    package let id: ID<LogoRecord>
    package let organizationID: ID<Organization>
    package let svg: [UInt8]
    package let mark: Mark?
}

/// A logo to be kept, unless the organization has shown the same before.
package struct NewLogo: Sendable {
    package let accountID: ID<Account>
    package let organizationID: ID<Organization>
    package let hash: [UInt8]
    package let svg: [UInt8]
    package let createdAt: Date

    package init(
        accountID: ID<Account>, organizationID: ID<Organization>, hash: [UInt8], svg: [UInt8],
        createdAt: Date
    ) {
        self.accountID = accountID
        self.organizationID = organizationID
        self.hash = hash
        self.svg = svg
        self.createdAt = createdAt
    }
}

extension Transaction {
    /// Keeps a logo once for its organization.
    package func keep(_ new: NewLogo) throws -> LogoRecord {
        try run(
            """
            INSERT INTO logos (account_id, organization_id, hash, svg, created_at)
            VALUES ($1, $2, $3, $4, $5) ON CONFLICT (organization_id, hash) DO NOTHING
            """,
            [
                .id(new.accountID), .id(new.organizationID), .bytes(new.hash), .bytes(new.svg),
                .date(new.createdAt),
            ])
        guard let kept = try logo(new.hash, of: new.organizationID) else {
            throw StorageProblem.changedMeanwhile
        }
        return kept
    }

    /// A logo that an organization has shown, by its hash.
    package func logo(
        _ hash: [UInt8], of organization: ID<Organization>
    ) throws -> LogoRecord? {
        try row(
            """
            SELECT l.id, l.organization_id, l.svg, l.mark FROM logos l
            WHERE l.organization_id = $1 AND l.hash = $2
            """, [.id(organization), .bytes(hash)]
        ) { try LogoRecord(row: &$0) }
    }

    /// Gives an order its logo, in place of the one it had.
    package func attach(_ logo: ID<LogoRecord>, to order: ID<Order>) throws {
        try run(
            """
            INSERT INTO order_logos (order_id, logo_id) VALUES ($1, $2)
            ON CONFLICT (order_id) DO UPDATE SET logo_id = excluded.logo_id
            """, [.id(order), .id(logo)])
    }

    package func logo(of order: ID<Order>) throws -> LogoRecord? {
        try row(
            """
            SELECT l.id, l.organization_id, l.svg, l.mark
            FROM order_logos o JOIN logos l ON l.id = o.logo_id WHERE o.order_id = $1
            """, [.id(order)]
        ) { try LogoRecord(row: &$0) }
    }

    package func save(_ mark: Mark, of logo: ID<LogoRecord>) throws {
        try run("UPDATE logos SET mark = $2 WHERE id = $1", [.id(logo), .json(mark)])
    }

    /// The orders with this logo that are not issued yet.
    package func waitingOrders(with logo: ID<LogoRecord>) throws -> [Order] {
        try rows(
            """
            SELECT \(Order.columns) FROM order_logos x JOIN orders o ON o.id = x.order_id
            WHERE x.logo_id = $1 AND o.state IN ('needs_approval', 'pending') ORDER BY o.id
            """, [.id(logo)]
        ) { try Order(row: &$0) }
    }
}

extension LogoRecord {
    fileprivate init(row: inout Columns) throws {
        self.init(
            id: row.id(), organizationID: row.id(), svg: row.bytes(),
            mark: try row.jsonIfPresent("mark"))
    }
}
