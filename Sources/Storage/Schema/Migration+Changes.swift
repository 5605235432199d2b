extension Migration {
    /// The number of each order's last change, by which the index of the orders finds what it has
    /// not seen yet. The engine gives it, whatever statement changed the order; what
    /// ``IndexMark`` says of it holds for all of them.
    ///
    /// - SQLite counts the changes.
    /// - PostgreSQL takes the number of the transaction: a count would not tell what a snapshot
    ///   sees, since a lower number can be committed later.
    static let changes = Migration(
        17,
        """
        ALTER TABLE orders ADD COLUMN \(changeColumn) BIGINT NOT NULL DEFAULT 0;
        CREATE INDEX orders_by_change ON orders (change);
        {sqlite only} CREATE TRIGGER orders_added AFTER INSERT ON orders BEGIN \(counted) END;
        {sqlite only} CREATE TRIGGER orders_changed AFTER UPDATE ON orders \
        WHEN new.change = old.change BEGIN \(counted) END;
        {postgres only} CREATE FUNCTION note_order_change() RETURNS trigger LANGUAGE plpgsql AS \
        'BEGIN new.change := pg_current_xact_id()::text::bigint; RETURN new; END';
        {postgres only} CREATE TRIGGER orders_changed BEFORE INSERT OR UPDATE ON orders \
        FOR EACH ROW EXECUTE FUNCTION note_order_change();
        """)

    /// No other column of any table has this name.
    package static let changeColumn = "change"

    static let counted = """
        UPDATE orders SET change = (SELECT max(o.change) + 1 FROM orders o) WHERE id = new.id;
        """
}
