package import Foundation
package import OrderCore

/// A precertificate that was just signed.
package struct NewPrecertificate: Equatable, Sendable {
    package let certificateID: ID<Certificate>
    package let issuerID: ID<CACertificate>
    package let serial: [UInt8]
    package let der: [UInt8]
    package let crlPartitionID: ID<CRLPartition>?
    package let orderEnd: Date
    package let createdAt: Date

    package init(
        certificateID: ID<Certificate>, issuerID: ID<CACertificate>, serial: [UInt8], der: [UInt8],
        crlPartitionID: ID<CRLPartition>?, orderEnd: Date, createdAt: Date
    ) {
        self.certificateID = certificateID
        self.issuerID = issuerID
        self.serial = serial
        self.der = der
        self.crlPartitionID = crlPartitionID
        self.orderEnd = orderEnd
        self.createdAt = createdAt
    }
}

extension Precertificate {
    static let columns = """
        p.id, p.certificate_id, p.issuer_id, p.serial, p.der, p.crl_partition_id, p.order_end, \
        p.created_at, p.state, p.timestamps
        """

    init(row: inout Columns) throws {
        self.init(
            id: row.id(), certificateID: row.id(), issuerID: row.id(), serial: row.bytes(),
            der: row.bytes(), crlPartitionID: row.idIfPresent(), orderEnd: row.date(),
            createdAt: row.date(), state: try row.word(), timestamps: row.bytesIfPresent())
    }
}

extension Transaction {
    /// Keeps what was signed. Where another one waits for the same certificate already, the unique
    /// index refuses it.
    package func insert(_ new: NewPrecertificate) throws -> ID<Precertificate> {
        try insert(
            """
            INSERT INTO precertificates (certificate_id, issuer_id, serial, der, crl_partition_id,
              order_end, created_at, state)
            VALUES ($1, $2, $3, $4, $5, $6, $7, 'waiting')
            RETURNING id
            """,
            [
                .id(new.certificateID), .id(new.issuerID), .bytes(new.serial), .bytes(new.der),
                .id(new.crlPartitionID), .date(new.orderEnd), .date(new.createdAt),
            ])
    }

    package func precertificate(_ id: ID<Precertificate>) throws -> Precertificate? {
        try row(
            "SELECT \(Precertificate.columns) FROM precertificates p WHERE p.id = $1", [.id(id)]
        ) { try Precertificate(row: &$0) }
    }

    /// The one whose certificate is still to come.
    package func waitingPrecertificate(of id: ID<Certificate>) throws -> Precertificate? {
        try row(
            """
            SELECT \(Precertificate.columns) FROM precertificates p
            WHERE p.certificate_id = $1 AND p.state = 'waiting'
            """, [.id(id)]
        ) { try Precertificate(row: &$0) }
    }

    /// Settles which timestamps the certificate will have. Whoever comes second starts again, and
    /// finds those of the first.
    package func settle(_ timestamps: [UInt8], of id: ID<Precertificate>) throws {
        try postGuarded(
            """
            UPDATE precertificates SET timestamps = $2
            WHERE id = $1 AND state = 'waiting' AND timestamps IS NULL
            """, [.id(id), .bytes(timestamps)])
    }

    /// What became of it. Whoever comes second starts again.
    package func end(_ id: ID<Precertificate>, as state: Precertificate.State) throws {
        try postGuarded(
            "UPDATE precertificates SET state = $2 WHERE id = $1 AND state = 'waiting'",
            [.id(id), .text(state.rawValue)])
        try post("DELETE FROM log_submissions WHERE precertificate_id = $1", [.id(id)])
    }
}
