package import Foundation

/// What was signed with a CA's key and recorded, to be held against the log of signatures.
package struct SignedOctets: Sendable {
    /// The table that has it.
    package let table: String
    package let id: Int64
    package let at: Date?
    package let der: [UInt8]
}

extension Transaction {
    /// Certificates of orders above a number, some of them.
    package func issuedCertificates(above id: Int64, max: Int) throws -> [SignedOctets] {
        try rows(
            """
            SELECT id, issued_at, der FROM certificates WHERE id > $1 AND der IS NOT NULL
            ORDER BY id LIMIT $2
            """, [.integer(id), .int(max)]
        ) { row in
            SignedOctets(
                table: "certificates", id: row.long(), at: row.dateIfPresent(), der: row.bytes())
        }
    }

    /// What was shown to logs before a certificate of an order was made, or in vain.
    package func precertificates(above id: Int64, max: Int) throws -> [SignedOctets] {
        try rows(
            """
            SELECT id, created_at, der FROM precertificates WHERE id > $1 ORDER BY id LIMIT $2
            """, [.integer(id), .int(max)]
        ) { row in
            SignedOctets(table: "precertificates", id: row.long(), at: row.date(), der: row.bytes())
        }
    }

    /// Certificates of authorities: of this house, and those that it signed for others; and those
    /// that the house has for itself.
    package func authorityCertificates() throws -> [SignedOctets] {
        try ["issuers", "cross_certificates", "own_certificates"].flatMap { table in
            try rows("SELECT id, created_at, der FROM \(table) ORDER BY id", []) { row in
                SignedOctets(table: table, id: row.long(), at: row.date(), der: row.bytes())
            }
        }
    }

    /// What was signed of each revocation list, kept or not, by its SHA-256.
    package func crlDigests() throws -> [[UInt8]] {
        try rows("SELECT digest FROM crl_digests ORDER BY id", []) { $0.bytes() }
    }
}
