extension Migration {
    /// Credentials of ACME clients: API keys of another kind, which lead to orders of one form.
    static let credentials = Migration(
        7,
        """
        CREATE TABLE acme_credentials (
          api_key_id BIGINT NOT NULL PRIMARY KEY REFERENCES api_keys (id),
          key_id TEXT NOT NULL UNIQUE,
          sealed_mac_key {bytes} NOT NULL,
          service TEXT NOT NULL CHECK (service IN ('current', 'legacy')),
          container_id BIGINT NOT NULL REFERENCES containers (id),
          product TEXT NOT NULL,
          organization_id BIGINT REFERENCES organizations (id),
          length_unit TEXT NOT NULL CHECK (length_unit IN ('years', 'days', 'until')),
          length_value BIGINT NOT NULL,
          profile_option TEXT
        );
        """)
}
