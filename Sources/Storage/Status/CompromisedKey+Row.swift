package import OrderCore

/// A certificate that was revoked for keyCompromise, and whose key nobody has noted yet.
package struct UnreadCompromise: Sendable {
    package let certificateID: ID<Certificate>
    package let der: [UInt8]
}

extension Transaction {
    /// Whether a certificate for the key was revoked because the key was lost.
    ///
    /// - Parameter fingerprint: SHA-256 of the SubjectPublicKeyInfo, in hexadecimal.
    package func isCompromised(_ fingerprint: String) throws -> Bool {
        try row(
            "SELECT count(*) FROM compromised_keys WHERE fingerprint = $1", [.text(fingerprint)]
        ) { $0.int() > 0 } ?? false
    }

    func insertCompromise(of id: ID<Certificate>, fingerprint: String) throws {
        try post(
            "INSERT INTO compromised_keys (certificate_id, fingerprint) VALUES ($1, $2)",
            [.id(id), .text(fingerprint)])
    }

    /// Certificates whose revocation is older than the notes of such keys.
    package func unreadCompromises(
        after id: ID<Certificate>, max: Int
    ) throws -> [UnreadCompromise] {
        try rows(
            """
            SELECT k.certificate_id, c.der FROM compromised_keys k
            JOIN certificates c ON c.id = k.certificate_id
            WHERE k.fingerprint IS NULL AND k.certificate_id > $1
            ORDER BY k.certificate_id LIMIT $2
            """, [.id(id), .int(max)]
        ) { UnreadCompromise(certificateID: $0.id(), der: $0.bytes()) }
    }

    package func setFingerprint(
        _ fingerprint: String, ofCompromised id: ID<Certificate>
    ) throws {
        try post(
            "UPDATE compromised_keys SET fingerprint = $2 WHERE certificate_id = $1",
            [.id(id), .text(fingerprint)])
    }
}
