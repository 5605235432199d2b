extension Migration {
    /// Counters that tell whether an answer about an order, made earlier, still holds.
    static let editions = Migration(
        12,
        """
        ALTER TABLE orders ADD COLUMN revision BIGINT NOT NULL DEFAULT 0;
        ALTER TABLE accounts ADD COLUMN revision BIGINT NOT NULL DEFAULT 0;
        """)
}
