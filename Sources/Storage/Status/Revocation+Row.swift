package import Foundation
package import OrderCore

extension Transaction {
    /// Ends a certificate that is issued, and has it put on its list; where its key was lost, notes
    /// that, too.
    ///
    /// - Parameter fingerprint: that of its key, as ``isCompromised(_:)`` takes it.
    package func revoke(
        _ id: ID<Certificate>, _ issuance: Certificate.Issuance, _ revocation: Revocation,
        key fingerprint: @autoclosure () throws -> String
    ) throws {
        try postGuarded(
            """
            UPDATE certificates SET state = 'revoked', revoked_at = $2, revocation_reason = $3
            WHERE id = $1 AND state = 'issued'
            """, [.id(id), .date(revocation.date), .text(revocation.reason.rawValue)])
        if revocation.reason == .keyCompromise {
            try insertCompromise(of: id, fingerprint: try fingerprint())
        }
        let partition = try issuance.crlPartitionID ?? firstPartition(of: issuance.issuerID)
        try insertRevocation(
            of: issuance.serial, until: issuance.validTill, at: revocation.date,
            reason: revocation.reason.crlCode, in: partition)
    }

    /// Puts the certificate of an authority on the list of the one above it.
    package func insertRevocation(
        of serial: [UInt8], until date: Date, _ end: AuthorityEnd, by issuer: ID<CACertificate>
    ) throws {
        try insertRevocation(
            of: serial, until: date, at: end.date, reason: end.reason.crlCode, by: issuer)
    }

    /// The same for whatever an issuer has revoked in another place.
    package func insertRevocation(
        of serial: [UInt8], until end: Date, at date: Date, reason: Int,
        by issuer: ID<CACertificate>
    ) throws {
        try insertRevocation(
            of: serial, until: end, at: date, reason: reason,
            in: try firstPartition(of: issuer))
    }

    private func insertRevocation(
        of serial: [UInt8], until end: Date, at date: Date, reason: Int,
        in partition: ID<CRLPartition>
    ) throws {
        // A list is claimed before this or after it, never beside it: whoever claims it later
        // reads the row, and whoever has claimed it is asked for another.
        try post("SELECT {beside revocations}", [])
        try post(
            """
            INSERT INTO revocations (partition_id, serial, revoked_at, reason, valid_till)
            VALUES ($1, $2, $3, $4, $5)
            """,
            [
                .id(partition), .bytes(serial), .date(date), .int(reason), .date(end),
            ])
        try askForCRL(
            of: partition, due: date.addingTimeInterval(CRLSchedule.gatheringSeconds))
    }

    private func firstPartition(of issuer: ID<CACertificate>) throws -> ID<CRLPartition> {
        guard let first = try crlPartition(of: issuer, number: 0) else {
            throw StorageProblem.unreadable(column: "crl_partition_id", value: "NULL")
        }
        return first.id
    }

    package func revocationsCount(in partition: ID<CRLPartition>) throws -> Int {
        try row("SELECT count(*) FROM revocations WHERE partition_id = $1", [.id(partition)]) {
            $0.int()
        } ?? 0
    }

    /// Shows each entry of a list, in the order of serial numbers: its octets, when it was revoked
    /// in milliseconds since 1970, and why.
    ///
    /// - Parameter end: those that ended before it are left out.
    package func eachRevocation(
        in partition: ID<CRLPartition>, endingFrom end: Date,
        _ body: (_ serial: [UInt8], _ revokedAt: Int64, _ reason: Int) -> Void
    ) throws {
        try each(
            """
            SELECT serial, revoked_at, reason FROM revocations
            WHERE partition_id = $1 AND valid_till >= $2 ORDER BY serial
            """, [.id(partition), .date(end)]
        ) { body($0.bytes(), $0.long(), $0.int()) }
    }
}
