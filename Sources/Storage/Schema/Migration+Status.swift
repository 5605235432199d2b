extension Migration {
    /// What is told of certificates after they were issued: the parts of revocation lists, the
    /// lists, what is in them, and the certificates that the house issued for itself.
    ///
    /// What was issued before there were parts is in the first part of its issuer, which takes no
    /// more.
    static let status = Migration(
        16,
        """
        ALTER TABLE certificates ADD COLUMN crl_partition_id BIGINT;

        CREATE TABLE crl_partitions (
          id {identity},
          issuer_id BIGINT NOT NULL REFERENCES issuers (id),
          number BIGINT NOT NULL,
          published_url TEXT,
          places_taken BIGINT NOT NULL,
          due_at BIGINT NOT NULL,
          attempts BIGINT NOT NULL,
          failure TEXT,
          UNIQUE (issuer_id, number)
        );
        CREATE INDEX crl_partitions_by_due ON crl_partitions (due_at);

        CREATE TABLE crls (
          partition_id BIGINT NOT NULL PRIMARY KEY REFERENCES crl_partitions (id),
          number BIGINT NOT NULL,
          this_update BIGINT NOT NULL,
          next_update BIGINT NOT NULL,
          der {bytes} NOT NULL
        );

        CREATE TABLE crl_digests (
          id {identity},
          partition_id BIGINT NOT NULL REFERENCES crl_partitions (id),
          number BIGINT NOT NULL,
          digest {bytes} NOT NULL
        );

        CREATE TABLE revocations (
          partition_id BIGINT NOT NULL REFERENCES crl_partitions (id),
          serial {bytes} NOT NULL,
          revoked_at BIGINT NOT NULL,
          reason BIGINT NOT NULL,
          valid_till BIGINT NOT NULL,
          PRIMARY KEY (partition_id, serial)
        );

        CREATE TABLE own_certificates (
          id {identity},
          issuer_id BIGINT NOT NULL REFERENCES issuers (id),
          purpose TEXT NOT NULL CHECK (purpose IN ('ocsp', 'server')),
          serial {bytes} NOT NULL,
          der {bytes} NOT NULL,
          valid_till BIGINT NOT NULL,
          created_at BIGINT NOT NULL,
          UNIQUE (serial, issuer_id)
        );
        CREATE INDEX own_certificates_by_end
          ON own_certificates (issuer_id, purpose, valid_till);

        INSERT INTO crl_partitions (issuer_id, number, places_taken, due_at, attempts)
        SELECT i.id, 0, CASE WHEN EXISTS (SELECT 1 FROM certificates c WHERE c.issuer_id = i.id)
          THEN 4096 ELSE 0 END, 0, 0
        FROM issuers i ORDER BY i.id;

        INSERT INTO revocations (partition_id, serial, revoked_at, reason, valid_till)
        SELECT p.id, c.serial, c.revoked_at, CASE c.revocation_reason
            WHEN 'keyCompromise' THEN 1 WHEN 'affiliationChanged' THEN 3 WHEN 'superseded' THEN 4
            WHEN 'cessationOfOperation' THEN 5 ELSE 0 END, c.valid_till
        FROM certificates c JOIN crl_partitions p ON p.issuer_id = c.issuer_id
        WHERE c.state = 'revoked';
        """)
}
