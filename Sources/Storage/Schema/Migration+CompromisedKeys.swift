extension Migration {
    /// The keys of certificates that were revoked for keyCompromise, to refuse them from then on.
    ///
    /// No SQL reads a key out of a certificate: those of earlier revocations are noted without it,
    /// and read when the installation is opened.
    static let compromisedKeys = Migration(
        27,
        """
        CREATE TABLE compromised_keys (
          certificate_id BIGINT NOT NULL PRIMARY KEY REFERENCES certificates (id),
          fingerprint TEXT
        );
        CREATE INDEX compromised_keys_by_fingerprint ON compromised_keys (fingerprint);
        INSERT INTO compromised_keys (certificate_id)
          SELECT c.id FROM certificates c WHERE c.revocation_reason = 'keyCompromise';
        """)
}
