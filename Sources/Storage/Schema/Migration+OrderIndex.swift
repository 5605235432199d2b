extension Migration {
    /// The first of two approvers stays known once the second one has decided; and the files with
    /// an index of the orders that belong to this database, newest last.
    static let orderIndex = Migration(
        29,
        """
        ALTER TABLE requests ADD COLUMN reviewer_id BIGINT REFERENCES users (id);
        UPDATE requests SET reviewer_id = processor_id WHERE state = 'submitted';

        CREATE TABLE order_index_files (
          id {identity},
          token TEXT NOT NULL UNIQUE
        );
        """)
}
