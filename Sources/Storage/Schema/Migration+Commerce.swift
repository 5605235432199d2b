extension Migration {
    /// What is paid, how and by whom: terms and prices of accounts, vouchers, units; and what the
    /// users of a container may order.
    ///
    /// Receipts were of orders only; now vouchers and units have theirs too. One engine can say so
    /// of a column that is there, the other needs the table made again.
    static let commerce = Migration(
        6,
        """
        CREATE TABLE account_terms (
          account_id BIGINT NOT NULL PRIMARY KEY REFERENCES accounts (id),
          currency TEXT NOT NULL,
          pricing TEXT NOT NULL CHECK (pricing IN ('default', 'custom', 'units')),
          negative_limit_cents BIGINT NOT NULL,
          balance_cents BIGINT NOT NULL,
          limits_products BIGINT NOT NULL CHECK (limits_products IN (0, 1))
        );

        CREATE TABLE account_products (
          account_id BIGINT NOT NULL REFERENCES accounts (id),
          product TEXT NOT NULL,
          PRIMARY KEY (account_id, product)
        );

        CREATE TABLE prices (
          account_id BIGINT NOT NULL REFERENCES accounts (id),
          product TEXT NOT NULL,
          years BIGINT NOT NULL CHECK (years > 0),
          cost_cents BIGINT NOT NULL CHECK (cost_cents >= 0),
          name_cents BIGINT NOT NULL CHECK (name_cents >= 0),
          wildcard_cents BIGINT NOT NULL CHECK (wildcard_cents >= 0),
          PRIMARY KEY (account_id, product, years)
        );

        {sqlite only} CREATE TABLE all_receipts (
          id {identity},
          account_id BIGINT NOT NULL REFERENCES accounts (id),
          order_id BIGINT REFERENCES orders (id),
          cost_cents BIGINT NOT NULL,
          created_at BIGINT NOT NULL
        );
        {sqlite only} INSERT INTO all_receipts (id, account_id, order_id, cost_cents, created_at)
          SELECT id, account_id, order_id, cost_cents, created_at FROM receipts;
        {sqlite only} DROP TABLE receipts;
        {sqlite only} ALTER TABLE all_receipts RENAME TO receipts;
        {sqlite only} CREATE INDEX receipts_by_order ON receipts (order_id);
        {postgres only} ALTER TABLE receipts ALTER COLUMN order_id DROP NOT NULL;
        ALTER TABLE receipts ADD COLUMN payment TEXT NOT NULL DEFAULT 'balance'
          CHECK (payment IN ('balance', 'credit', 'profile', 'voucher', 'units'));
        ALTER TABLE receipts ADD COLUMN deal TEXT NOT NULL DEFAULT 'purchase'
          CHECK (deal IN ('purchase', 'refund'));

        CREATE TABLE balance_entries (
          id {identity},
          account_id BIGINT NOT NULL REFERENCES accounts (id),
          amount_cents BIGINT NOT NULL,
          balance_cents BIGINT NOT NULL,
          reason TEXT NOT NULL CHECK (reason IN ('deposit', 'withdrawal', 'charge', 'refund')),
          receipt_id BIGINT REFERENCES receipts (id),
          created_at BIGINT NOT NULL
        );
        CREATE INDEX balance_entries_by_account ON balance_entries (account_id, id);

        CREATE TABLE voucher_orders (
          id {identity},
          account_id BIGINT NOT NULL REFERENCES accounts (id),
          user_id BIGINT NOT NULL REFERENCES users (id),
          name TEXT,
          notes TEXT,
          cost_cents BIGINT NOT NULL,
          receipt_id BIGINT NOT NULL REFERENCES receipts (id),
          created_at BIGINT NOT NULL,
          expires_at BIGINT NOT NULL
        );
        CREATE INDEX voucher_orders_by_account ON voucher_orders (account_id, id);

        CREATE TABLE vouchers (
          id {identity},
          voucher_order_id BIGINT NOT NULL REFERENCES voucher_orders (id),
          account_id BIGINT NOT NULL REFERENCES accounts (id),
          code TEXT NOT NULL UNIQUE,
          product TEXT NOT NULL,
          dns_names BIGINT NOT NULL,
          wildcard_names BIGINT NOT NULL,
          length_unit TEXT NOT NULL CHECK (length_unit IN ('years', 'days', 'until')),
          length_value BIGINT NOT NULL,
          state TEXT NOT NULL CHECK (state IN ('active', 'used', 'canceled')),
          order_id BIGINT REFERENCES orders (id),
          expires_at BIGINT NOT NULL,
          CHECK ((state = 'used') = (order_id IS NOT NULL))
        );
        CREATE INDEX vouchers_by_voucher_order ON vouchers (voucher_order_id, id);
        CREATE INDEX vouchers_by_order ON vouchers (order_id);

        CREATE TABLE unit_orders (
          id {identity},
          account_id BIGINT NOT NULL REFERENCES accounts (id),
          unit_account_id BIGINT NOT NULL REFERENCES accounts (id),
          user_id BIGINT NOT NULL REFERENCES users (id),
          notes TEXT,
          cost_cents BIGINT NOT NULL,
          receipt_id BIGINT NOT NULL REFERENCES receipts (id),
          is_canceled BIGINT NOT NULL CHECK (is_canceled IN (0, 1)),
          created_at BIGINT NOT NULL,
          expires_at BIGINT NOT NULL
        );
        CREATE INDEX unit_orders_by_account ON unit_orders (account_id, id);
        CREATE INDEX unit_orders_by_unit_account ON unit_orders (unit_account_id, expires_at);

        CREATE TABLE unit_bundles (
          unit_order_id BIGINT NOT NULL REFERENCES unit_orders (id),
          product TEXT NOT NULL,
          units BIGINT NOT NULL CHECK (units > 0),
          spent BIGINT NOT NULL CHECK (spent BETWEEN 0 AND units),
          cost_cents BIGINT NOT NULL,
          PRIMARY KEY (unit_order_id, product)
        );

        CREATE TABLE spent_units (
          order_id BIGINT NOT NULL REFERENCES orders (id),
          unit_order_id BIGINT NOT NULL REFERENCES unit_orders (id),
          product TEXT NOT NULL,
          units BIGINT NOT NULL CHECK (units > 0),
          PRIMARY KEY (order_id, unit_order_id)
        );

        CREATE TABLE product_limits (
          container_id BIGINT NOT NULL REFERENCES containers (id),
          role_id BIGINT NOT NULL CHECK (role_id BETWEEN 0 AND 5),
          product TEXT NOT NULL,
          hashes TEXT,
          issuer_ids TEXT,
          certificate_years TEXT,
          order_years TEXT,
          allows_auto_renew BIGINT NOT NULL CHECK (allows_auto_renew IN (0, 1)),
          allows_auto_reissue BIGINT NOT NULL CHECK (allows_auto_reissue IN (0, 1)),
          allows_wildcards BIGINT NOT NULL CHECK (allows_wildcards IN (0, 1)),
          PRIMARY KEY (container_id, role_id, product)
        );

        CREATE INDEX orders_by_term ON orders
          (account_id, valid_till, state, container_id, user_id);
        CREATE INDEX certificates_by_end ON certificates (account_id, valid_till, state, order_id);
        CREATE INDEX requests_by_wait ON requests (account_id, state, kind);
        """)
}
