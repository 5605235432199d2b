extension Migration {
    /// Answers that are kept for a while, so that a request sent again is answered again.
    static let repeats = Migration(
        3,
        """
        CREATE TABLE kept_answers (
          id {identity},
          api_key_id BIGINT NOT NULL REFERENCES api_keys (id),
          idempotency_key TEXT NOT NULL,
          fingerprint {bytes} NOT NULL,
          answer {bytes} NOT NULL,
          created_at BIGINT NOT NULL,
          UNIQUE (api_key_id, idempotency_key)
        );
        CREATE INDEX kept_answers_by_creation ON kept_answers (created_at);
        """)
}
