extension Migration {
    /// What each node has admitted of each API key, for the limits that all nodes keep together.
    static let limits = Migration(
        13,
        """
        CREATE TABLE request_counts (
          api_key_id BIGINT NOT NULL,
          second BIGINT NOT NULL,
          node TEXT NOT NULL,
          count BIGINT NOT NULL,
          PRIMARY KEY (api_key_id, second, node)
        );
        CREATE INDEX request_counts_by_second ON request_counts (second);
        """)
}
