extension Migration {
    /// What stays of rows that were deleted and of keys that were used, which requests nobody made,
    /// and who speaks for an organization where it is checked.
    static let traces = Migration(
        30,
        """
        CREATE TABLE last_numbers (
          table_name TEXT NOT NULL PRIMARY KEY,
          number BIGINT NOT NULL
        );

        CREATE TABLE key_uses (
          api_key_id BIGINT NOT NULL PRIMARY KEY REFERENCES api_keys (id),
          used_at BIGINT NOT NULL
        );

        CREATE TABLE automatic_requests (
          request_id BIGINT NOT NULL PRIMARY KEY REFERENCES requests (id)
        );

        CREATE TABLE verified_contacts (
          id {identity},
          organization_id BIGINT NOT NULL REFERENCES organizations (id),
          user_id BIGINT REFERENCES users (id),
          types TEXT NOT NULL,
          first_name TEXT NOT NULL,
          last_name TEXT NOT NULL,
          email TEXT NOT NULL,
          job_title TEXT,
          telephone TEXT
        );
        CREATE INDEX verified_contacts_by_organization ON verified_contacts (organization_id, id);
        CREATE INDEX verified_contacts_by_user ON verified_contacts (user_id);
        """)
}
