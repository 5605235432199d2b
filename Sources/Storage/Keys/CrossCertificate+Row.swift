package import Foundation
package import OrderCore

/// Marks the ids of certificates that an issuer signed for the key of another authority.
package enum CrossCertificate {}

package struct CrossCertificateRecord: Equatable, Sendable {
    package let id: ID<CrossCertificate>
    /// Who signed it.
    package let issuerID: ID<CACertificate>
    package let name: String
    /// The identifier of the key that it certifies.
    package let keyID: String
    package let der: [UInt8]
    package let createdAt: Date
    /// Since when it is on the list of its issuer.
    package let end: AuthorityEnd?

    init(row: inout Columns) throws {
        id = row.id()
        issuerID = row.id()
        name = row.text()
        keyID = row.text()
        der = row.bytes()
        createdAt = row.date()
        end = try AuthorityEnd(rowIfPresent: &row)
    }
}

package struct NewCrossCertificate: Sendable {
    let issuerID: ID<CACertificate>
    let name: String
    let keyID: String
    let der: [UInt8]
    let createdAt: Date

    package init(
        issuerID: ID<CACertificate>, name: String, keyID: String, der: [UInt8], createdAt: Date
    ) {
        self.issuerID = issuerID
        self.name = name
        self.keyID = keyID
        self.der = der
        self.createdAt = createdAt
    }
}

extension Transaction {
    package func crossCertificates() throws -> [CrossCertificateRecord] {
        try rows(
            """
            SELECT x.id, x.issuer_id, x.name, x.key_id, x.der, x.created_at,
              x.revoked_at, x.revocation_reason
            FROM cross_certificates x ORDER BY x.id
            """, []
        ) { try CrossCertificateRecord(row: &$0) }
    }

    /// Notes that the issuer of a cross certificate has put it on its list.
    package func end(_ id: ID<CrossCertificate>, _ end: AuthorityEnd) throws {
        try raiseAuthorityVersion()
        try run(
            "UPDATE cross_certificates SET revoked_at = $2, revocation_reason = $3 WHERE id = $1",
            [.id(id), .date(end.date), .text(end.reason.rawValue)])
    }

    package func insert(_ new: NewCrossCertificate) throws -> ID<CrossCertificate> {
        try raiseAuthorityVersion()
        return try insert(
            """
            INSERT INTO cross_certificates (issuer_id, name, key_id, der, created_at)
            VALUES ($1, $2, $3, $4, $5) RETURNING id
            """,
            [
                .id(new.issuerID), .text(new.name), .text(new.keyID), .bytes(new.der),
                .date(new.createdAt),
            ])
    }
}
