extension Migration {
    /// How control over names is shown: what an order asks for, when a name is looked at again,
    /// and who was asked by mail.
    static let control = Migration(
        8,
        """
        ALTER TABLE domains ADD COLUMN proof_method TEXT;
        UPDATE domains SET proof_method = control_method WHERE proved_at IS NOT NULL;

        CREATE TABLE order_controls (
          order_id BIGINT NOT NULL PRIMARY KEY REFERENCES orders (id),
          method TEXT NOT NULL,
          token TEXT,
          token_expires_at BIGINT
        );

        CREATE TABLE order_domains (
          order_id BIGINT NOT NULL REFERENCES orders (id),
          domain_id BIGINT NOT NULL REFERENCES domains (id),
          PRIMARY KEY (order_id, domain_id)
        );
        CREATE INDEX order_domains_by_domain ON order_domains (domain_id);

        CREATE TABLE control_checks (
          domain_id BIGINT NOT NULL PRIMARY KEY REFERENCES domains (id),
          started_at BIGINT NOT NULL,
          due_at BIGINT,
          attempts BIGINT NOT NULL,
          failure TEXT
        );
        CREATE INDEX control_checks_by_due ON control_checks (due_at);

        CREATE TABLE control_invitations (
          id {identity},
          domain_id BIGINT NOT NULL REFERENCES domains (id),
          email TEXT NOT NULL,
          token TEXT NOT NULL UNIQUE,
          sent_at BIGINT NOT NULL,
          expires_at BIGINT NOT NULL,
          UNIQUE (domain_id, email)
        );
        """)
}
