extension Migration {
    /// What was shown to public logs, and what is still to be shown.
    ///
    /// A precertificate stays for good: it was signed. Its row of `log_submissions` goes when its
    /// certificate is there.
    static let transparency = Migration(
        21,
        """
        CREATE TABLE precertificates (
          id {identity},
          certificate_id BIGINT NOT NULL REFERENCES certificates (id),
          issuer_id BIGINT NOT NULL REFERENCES issuers (id),
          serial {bytes} NOT NULL,
          der {bytes} NOT NULL,
          crl_partition_id BIGINT,
          order_end BIGINT NOT NULL,
          created_at BIGINT NOT NULL,
          state TEXT NOT NULL CHECK (state IN ('waiting', 'issued', 'abandoned')),
          timestamps {bytes},
          UNIQUE (serial, issuer_id)
        );
        CREATE UNIQUE INDEX precertificates_waiting ON precertificates (certificate_id)
          WHERE state = 'waiting';

        CREATE TABLE log_submissions (
          id {identity},
          precertificate_id BIGINT NOT NULL UNIQUE REFERENCES precertificates (id),
          due_at BIGINT NOT NULL,
          attempts BIGINT NOT NULL,
          failure TEXT
        );
        CREATE INDEX log_submissions_by_due ON log_submissions (due_at);
        """)
}
