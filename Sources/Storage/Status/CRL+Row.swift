package import Foundation
package import OrderCore

/// Which list of a part is the current one.
package struct CRLMark: Hashable, Sendable {
    package let partitionID: ID<CRLPartition>
    package let number: Int64
    package let thisUpdate: Date
    package let nextUpdate: Date

    package init(
        partitionID: ID<CRLPartition>, number: Int64, thisUpdate: Date, nextUpdate: Date
    ) {
        self.partitionID = partitionID
        self.number = number
        self.thisUpdate = thisUpdate
        self.nextUpdate = nextUpdate
    }

    init(row: inout Columns) {
        partitionID = row.id()
        number = row.long()
        thisUpdate = row.date()
        nextUpdate = row.date()
    }
}

extension Transaction {
    package func crlMark(_ id: ID<CRLPartition>) throws -> CRLMark? {
        try row(
            """
            SELECT partition_id, number, this_update, next_update FROM crls
            WHERE partition_id = $1
            """, [.id(id)]
        ) { CRLMark(row: &$0) }
    }

    package func crlMark(of issuer: ID<CACertificate>, number: Int) throws -> CRLMark? {
        try row(
            """
            SELECT l.partition_id, l.number, l.this_update, l.next_update
            FROM crl_partitions p JOIN crls l ON l.partition_id = p.id
            WHERE p.issuer_id = $1 AND p.number = $2
            """, [.id(issuer), .int(number)]
        ) { CRLMark(row: &$0) }
    }

    /// The list with its mark, both of one moment.
    package func crl(_ id: ID<CRLPartition>) throws -> (mark: CRLMark, der: [UInt8])? {
        try row(
            """
            SELECT partition_id, number, this_update, next_update, der FROM crls
            WHERE partition_id = $1
            """, [.id(id)]
        ) { (CRLMark(row: &$0), $0.bytes()) }
    }

    /// Replaces the list numbered `previous`, which may be none. Nothing happens where somebody
    /// else has replaced it first. Returns whether it is kept.
    package func replace(
        _ previous: CRLMark?, by mark: CRLMark, der: [UInt8]
    ) throws -> Bool {
        let count = try run(
            """
            INSERT INTO crls (partition_id, number, this_update, next_update, der)
            VALUES ($1, $2, $3, $4, $5)
            ON CONFLICT (partition_id) DO UPDATE SET number = excluded.number,
              this_update = excluded.this_update, next_update = excluded.next_update,
              der = excluded.der
            WHERE crls.number = $6
            """,
            [
                .id(mark.partitionID), .integer(mark.number), .date(mark.thisUpdate),
                .date(mark.nextUpdate), .bytes(der), .integer(previous?.number ?? -1),
            ])
        return count == 1
    }

    /// Notes what was signed, kept or not: a signature that nothing tells of was not ours.
    package func insertCRLDigest(
        _ digest: [UInt8], of partition: ID<CRLPartition>, number: Int64
    ) throws {
        try run(
            "INSERT INTO crl_digests (partition_id, number, digest) VALUES ($1, $2, $3)",
            [.id(partition), .integer(number), .bytes(digest)])
    }
}
