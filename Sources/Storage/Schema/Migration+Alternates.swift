extension Migration {
    /// What clients call their orders, to find them by; the order's details have it, too.
    static let alternates = Migration(
        26,
        """
        CREATE TABLE alternative_orders (
          order_id BIGINT NOT NULL PRIMARY KEY REFERENCES orders (id),
          account_id BIGINT NOT NULL REFERENCES accounts (id),
          name TEXT NOT NULL
        );
        CREATE INDEX alternative_orders_by_name ON alternative_orders (account_id, name, order_id);
        """)
}
