extension Migration {
    /// What administrators set for the whole account: who is told of what, who looks after a
    /// subaccount and who pays for it, what may be used in a container, and from where the account
    /// is let in.
    static let accountSettings = Migration(
        28,
        """
        CREATE TABLE account_settings (
          account_id BIGINT NOT NULL PRIMARY KEY REFERENCES accounts (id),
          admin_emails TEXT,
          emergency_emails TEXT,
          approval_recipients TEXT,
          rejection_recipients TEXT,
          renewal_recipients TEXT,
          tells_adjustments BIGINT NOT NULL CHECK (tells_adjustments IN (0, 1)),
          manager_id BIGINT REFERENCES users (id)
        );
        CREATE INDEX account_settings_by_manager ON account_settings (manager_id);

        ALTER TABLE account_terms ADD COLUMN bills_parent BIGINT NOT NULL DEFAULT 0
          CHECK (bills_parent IN (0, 1));
        CREATE INDEX balance_entries_by_receipt ON balance_entries (receipt_id);

        CREATE TABLE container_organizations (
          container_id BIGINT NOT NULL REFERENCES containers (id),
          organization_id BIGINT NOT NULL REFERENCES organizations (id),
          PRIMARY KEY (container_id, organization_id)
        );
        CREATE INDEX container_organizations_by_organization
          ON container_organizations (organization_id);

        CREATE TABLE container_domains (
          container_id BIGINT NOT NULL REFERENCES containers (id),
          name TEXT NOT NULL,
          PRIMARY KEY (container_id, name)
        );
        CREATE INDEX user_containers_by_container ON user_containers (container_id);

        CREATE TABLE technical_contacts (
          organization_id BIGINT NOT NULL PRIMARY KEY REFERENCES organizations (id),
          first_name TEXT NOT NULL,
          last_name TEXT NOT NULL,
          email TEXT NOT NULL,
          job_title TEXT,
          telephone TEXT,
          telephone_extension TEXT
        );

        CREATE TABLE ip_rules (
          id {identity},
          account_id BIGINT NOT NULL REFERENCES accounts (id),
          user_id BIGINT REFERENCES users (id),
          api_key_id BIGINT REFERENCES api_keys (id),
          first_address BIGINT NOT NULL CHECK (first_address BETWEEN 0 AND 4294967295),
          last_address BIGINT NOT NULL CHECK (last_address BETWEEN first_address AND 4294967295),
          description TEXT,
          created_at BIGINT NOT NULL,
          CHECK (user_id IS NULL OR api_key_id IS NULL)
        );
        CREATE INDEX ip_rules_by_account ON ip_rules (account_id, id);
        CREATE INDEX ip_rules_by_user ON ip_rules (user_id);
        """)
}
