extension Migration {
    /// What an order's owner changes about it later, what has become of it lately, and mail.
    ///
    /// A message that could not be handed over has a `failure` and a time to try again; one that
    /// nobody can take yet has neither, and waits to be seen.
    static let settings = Migration(
        4,
        """
        ALTER TABLE orders ADD COLUMN status_changed_at BIGINT NOT NULL DEFAULT 0;
        UPDATE orders SET status_changed_at = coalesce(issued_at, created_at);
        CREATE INDEX orders_by_status_change ON orders (account_id, status_changed_at);
        CREATE INDEX orders_by_order_end ON orders (account_id, valid_till);
        ALTER TABLE orders ADD COLUMN has_guest_access BIGINT NOT NULL DEFAULT 0
          CHECK (has_guest_access IN (0, 1));
        ALTER TABLE accounts ADD COLUMN guest_token TEXT;

        CREATE TABLE order_notes (
          id {identity},
          order_id BIGINT NOT NULL REFERENCES orders (id),
          user_id BIGINT NOT NULL REFERENCES users (id),
          text TEXT NOT NULL,
          created_at BIGINT NOT NULL
        );
        CREATE INDEX order_notes_by_order ON order_notes (order_id, id);

        CREATE TABLE messages (
          id {identity},
          account_id BIGINT NOT NULL REFERENCES accounts (id),
          order_id BIGINT REFERENCES orders (id),
          once TEXT UNIQUE,
          recipient TEXT NOT NULL,
          subject TEXT NOT NULL,
          body TEXT NOT NULL,
          created_at BIGINT NOT NULL,
          due_at BIGINT,
          attempts BIGINT NOT NULL,
          sent_at BIGINT,
          failure TEXT
        );
        CREATE INDEX messages_by_due ON messages (due_at);
        """)
}
