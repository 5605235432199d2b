extension Migration {
    /// What people ask who have no user, and the visits that their letters admit them to.
    ///
    /// Of links and sessions only hashes are kept.
    static let guests = Migration(
        19,
        """
        CREATE UNIQUE INDEX accounts_by_guest_token ON accounts (guest_token);

        CREATE TABLE guest_questions (
          id {identity},
          account_id BIGINT NOT NULL REFERENCES accounts (id),
          subject TEXT NOT NULL,
          email TEXT NOT NULL,
          created_at BIGINT NOT NULL
        );

        CREATE TABLE guest_visits (
          id {identity},
          order_id BIGINT NOT NULL REFERENCES orders (id),
          email TEXT NOT NULL,
          link_hash {bytes} NOT NULL UNIQUE,
          session_hash {bytes} UNIQUE,
          created_at BIGINT NOT NULL,
          expires_at BIGINT NOT NULL
        );
        CREATE INDEX guest_visits_by_order ON guest_visits (order_id, created_at);
        """)
}
