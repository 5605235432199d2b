extension Migration {
    /// Requests repeat what their orders never change, container and user, so that lists of them
    /// need no orders: an index that holds both is read instead of a row and an order each.
    static let requests = Migration(
        20,
        """
        ALTER TABLE requests ADD COLUMN container_id BIGINT NOT NULL DEFAULT 0;
        ALTER TABLE requests ADD COLUMN owner_id BIGINT NOT NULL DEFAULT 0;
        UPDATE requests SET
          container_id = (SELECT o.container_id FROM orders o WHERE o.id = requests.order_id),
          owner_id = (SELECT o.user_id FROM orders o WHERE o.id = requests.order_id);
        DROP INDEX requests_by_account;
        CREATE INDEX requests_by_account ON requests (account_id, id, container_id, owner_id);
        DROP INDEX requests_by_state;
        CREATE INDEX requests_by_state ON requests (account_id, state, id, container_id, owner_id);
        DROP INDEX requests_by_wait;
        CREATE INDEX requests_by_wait ON requests
          (account_id, state, kind, container_id, owner_id);
        """)
}
