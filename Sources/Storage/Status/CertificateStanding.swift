package import Foundation
package import OrderCore

/// Whether a certificate is good, as its issuer's records have it.
package enum CertificateStanding: Hashable, Sendable {
    case good
    /// `reason` as in CRLReason.
    case revoked(at: Date, reason: Int)
}

extension Transaction {
    /// The standing of a certificate that one of `issuers` issued for an order, or for the house,
    /// or showed to a log; none where none of them did.
    package func standing(
        of serial: [UInt8], issuedBy issuers: [ID<CACertificate>]
    ) throws -> CertificateStanding? {
        var ordered: CertificateStanding?
        try each(
            """
            SELECT c.issuer_id, c.revoked_at, c.revocation_reason FROM certificates c
            WHERE c.serial = $1
            """, [.bytes(serial)]
        ) { row in
            guard ordered == nil, issuers.contains(row.id()) else { return }
            let revokedAt = row.dateIfPresent()
            let reason: Revocation.Reason? = try row.wordIfPresent()
            ordered = revokedAt.map { .revoked(at: $0, reason: reason?.crlCode ?? 0) } ?? .good
        }
        if let ordered { return ordered }
        let own: [ID<CACertificate>] = try rows(
            "SELECT issuer_id FROM own_certificates WHERE serial = $1", [.bytes(serial)]
        ) { $0.id() }
        if own.contains(where: issuers.contains) { return .good }
        // Logs show a precertificate to everyone, and what it promises counts as issued.
        let shown: [ID<CACertificate>] = try rows(
            "SELECT issuer_id FROM precertificates WHERE serial = $1", [.bytes(serial)]
        ) { $0.id() }
        return shown.contains(where: issuers.contains) ? .good : nil
    }

    /// Whether, and why, a certificate without an order is on a list of its issuer.
    package func revocation(
        of serial: [UInt8], issuedBy issuer: ID<CACertificate>
    ) throws -> CertificateStanding? {
        try row(
            """
            SELECT r.revoked_at, r.reason FROM crl_partitions p
            JOIN revocations r ON r.partition_id = p.id
            WHERE p.issuer_id = $1 AND p.number = 0 AND r.serial = $2
            """, [.id(issuer), .bytes(serial)]
        ) { .revoked(at: $0.date(), reason: $0.int()) }
    }
}
