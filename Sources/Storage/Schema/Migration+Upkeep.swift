extension Migration {
    /// What has to be done for orders as their end draws near, and how far notices have got.
    ///
    /// A chore is kept when it is done: so it is known not to be due a second time.
    static let upkeep = Migration(
        9,
        """
        CREATE TABLE chores (
          id {identity},
          kind TEXT NOT NULL CHECK (kind IN ('renew_order', 'reissue_certificate')),
          order_id BIGINT NOT NULL REFERENCES orders (id),
          certificate_id BIGINT NOT NULL REFERENCES certificates (id),
          subject_id BIGINT NOT NULL,
          due_at BIGINT,
          attempts BIGINT NOT NULL,
          failure TEXT,
          done_at BIGINT,
          UNIQUE (kind, subject_id)
        );
        CREATE INDEX chores_by_due ON chores (due_at);
        CREATE INDEX chores_by_order ON chores (order_id);

        CREATE TABLE notice_marks (
          days BIGINT NOT NULL PRIMARY KEY,
          reached_at BIGINT NOT NULL,
          reached_id BIGINT NOT NULL
        );

        CREATE INDEX orders_by_certificate_end ON orders (certificate_valid_till, id)
          WHERE certificate_valid_till IS NOT NULL;
        CREATE INDEX orders_by_auto_renewal ON orders (auto_renew, valid_till, id)
          WHERE auto_renew = 1;
        CREATE INDEX orders_by_auto_reissue ON orders (auto_reissue, certificate_valid_till, id)
          WHERE auto_reissue = 1;
        """)
}
