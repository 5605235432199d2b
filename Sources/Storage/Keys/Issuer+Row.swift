package import Foundation
package import OrderCore

/// A CA certificate. Its private key stays with the keeper, under `keyID`.
package struct IssuerRecord: Equatable, Sendable {
    package let id: ID<CACertificate>
    /// The issuer above it; none for a root.
    package let parentID: ID<CACertificate>?
    package let name: String
    package let keyID: String
    package let der: [UInt8]
    package let createdAt: Date

    init(row: inout Columns) {
        id = row.id()
        parentID = row.idIfPresent()
        name = row.text()
        keyID = row.text()
        der = row.bytes()
        createdAt = row.date()
    }
}

package struct NewIssuer: Sendable {
    let parentID: ID<CACertificate>?
    let name: String
    let keyID: String
    let der: [UInt8]
    let createdAt: Date

    package init(
        parentID: ID<CACertificate>?, name: String, keyID: String, der: [UInt8], createdAt: Date
    ) {
        self.parentID = parentID
        self.name = name
        self.keyID = keyID
        self.der = der
        self.createdAt = createdAt
    }
}

extension Transaction {
    package func issuers() throws -> [IssuerRecord] {
        try rows(
            """
            SELECT i.id, i.parent_id, i.name, i.key_id, i.der, i.created_at
            FROM issuers i ORDER BY i.id
            """, []
        ) { IssuerRecord(row: &$0) }
    }

    package func insert(_ new: NewIssuer) throws -> ID<CACertificate> {
        try insert(
            """
            INSERT INTO issuers (parent_id, name, key_id, der, created_at)
            VALUES ($1, $2, $3, $4, $5) RETURNING id
            """,
            [
                .id(new.parentID), .text(new.name), .text(new.keyID), .bytes(new.der),
                .date(new.createdAt),
            ])
    }
}
