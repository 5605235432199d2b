extension Migration {
    /// A new order comes with the number of its change (see ``changes``): to give it afterwards
    /// takes an update of every new row.
    static let numbering = Migration(
        18,
        """
        {sqlite only} DROP TRIGGER orders_added;
        {sqlite only} CREATE TRIGGER orders_added AFTER INSERT ON orders WHEN new.change = 0 \
        BEGIN \(counted) END;
        """)
}
