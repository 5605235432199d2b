extension Migration {
    /// When a message was given to the command that sends mail: whoever finds one afterwards that
    /// is neither sent nor put back cannot know whether it left, and does not send it again.
    static let handover = Migration(
        11,
        """
        ALTER TABLE messages ADD COLUMN handed_at BIGINT;
        """)
}
