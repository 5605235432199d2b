extension Migration {
    /// Certificates for people, signers and marks: who they are for, and what they wait for.
    ///
    /// An order that waits for its key is `pending` in `state`; `awaits` names its status.
    static let holders = Migration(
        5,
        """
        ALTER TABLE orders ADD COLUMN awaits TEXT
          CHECK (awaits IN ('needs_csr', 'waiting_pickup'));
        ALTER TABLE orders ADD COLUMN dcv_method TEXT;
        ALTER TABLE orders ADD COLUMN details TEXT;
        CREATE INDEX orders_by_wait ON orders (account_id, awaits, id);
        ALTER TABLE certificates ADD COLUMN holder TEXT;

        CREATE TABLE email_proofs (
          order_id BIGINT NOT NULL REFERENCES orders (id),
          email TEXT NOT NULL,
          token TEXT NOT NULL UNIQUE,
          emailed_at BIGINT NOT NULL,
          proved_at BIGINT,
          PRIMARY KEY (order_id, email)
        );

        CREATE TABLE logos (
          id {identity},
          account_id BIGINT NOT NULL REFERENCES accounts (id),
          organization_id BIGINT NOT NULL REFERENCES organizations (id),
          hash {bytes} NOT NULL,
          svg {bytes} NOT NULL,
          mark TEXT,
          created_at BIGINT NOT NULL
        );
        CREATE UNIQUE INDEX logos_by_hash ON logos (organization_id, hash);

        CREATE TABLE order_logos (
          order_id BIGINT NOT NULL PRIMARY KEY REFERENCES orders (id),
          logo_id BIGINT NOT NULL REFERENCES logos (id)
        );
        CREATE INDEX order_logos_by_logo ON order_logos (logo_id);

        CREATE TABLE site_seals (
          order_id BIGINT NOT NULL PRIMARY KEY REFERENCES orders (id),
          settings TEXT NOT NULL
        );
        """)
}
