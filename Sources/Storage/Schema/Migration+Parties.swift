extension Migration {
    /// Accounts with their users, keys, divisions, organizations, domains and issuing certificates.
    static let parties = Migration(
        1,
        """
        CREATE TABLE accounts (
          id {identity},
          parent_id BIGINT REFERENCES accounts (id),
          kind TEXT NOT NULL CHECK (kind IN ('retail', 'enterprise', 'reseller', 'managed')),
          organization_name TEXT NOT NULL,
          child_name TEXT,
          created_at BIGINT NOT NULL
        );
        CREATE INDEX accounts_by_parent ON accounts (parent_id);

        CREATE TABLE containers (
          id {identity},
          account_id BIGINT NOT NULL REFERENCES accounts (id),
          parent_id BIGINT REFERENCES containers (id),
          public_id TEXT NOT NULL UNIQUE,
          name TEXT NOT NULL,
          description TEXT,
          template_id BIGINT NOT NULL,
          is_active BIGINT NOT NULL CHECK (is_active IN (0, 1))
        );
        CREATE INDEX containers_by_account ON containers (account_id);
        CREATE INDEX containers_by_parent ON containers (parent_id);

        CREATE TABLE users (
          id {identity},
          account_id BIGINT NOT NULL REFERENCES accounts (id),
          container_id BIGINT NOT NULL REFERENCES containers (id),
          username TEXT NOT NULL UNIQUE,
          first_name TEXT NOT NULL,
          last_name TEXT NOT NULL,
          email TEXT NOT NULL,
          job_title TEXT,
          telephone TEXT,
          role_id BIGINT NOT NULL CHECK (role_id BETWEEN 1 AND 5),
          is_active BIGINT NOT NULL CHECK (is_active IN (0, 1))
        );
        CREATE INDEX users_by_account ON users (account_id);

        CREATE TABLE user_containers (
          user_id BIGINT NOT NULL REFERENCES users (id),
          container_id BIGINT NOT NULL REFERENCES containers (id),
          PRIMARY KEY (user_id, container_id)
        );

        CREATE TABLE api_keys (
          id {identity},
          account_id BIGINT NOT NULL REFERENCES accounts (id),
          user_id BIGINT NOT NULL REFERENCES users (id),
          name TEXT NOT NULL,
          hash {bytes} NOT NULL UNIQUE,
          role_id BIGINT NOT NULL CHECK (role_id IN (0, 100, 101, 102, 103)),
          created_at BIGINT NOT NULL,
          revoked_at BIGINT
        );
        CREATE INDEX api_keys_by_account ON api_keys (account_id);

        CREATE TABLE organizations (
          id {identity},
          account_id BIGINT NOT NULL REFERENCES accounts (id),
          container_id BIGINT NOT NULL REFERENCES containers (id),
          name TEXT NOT NULL,
          assumed_name TEXT,
          street TEXT NOT NULL,
          street2 TEXT,
          city TEXT NOT NULL,
          state TEXT NOT NULL,
          zip TEXT NOT NULL,
          country TEXT NOT NULL,
          telephone TEXT,
          is_active BIGINT NOT NULL CHECK (is_active IN (0, 1)),
          contact_first_name TEXT,
          contact_last_name TEXT,
          contact_email TEXT,
          contact_job_title TEXT,
          contact_telephone TEXT,
          contact_telephone_extension TEXT
        );
        CREATE INDEX organizations_by_account ON organizations (account_id);

        CREATE TABLE organization_validations (
          organization_id BIGINT NOT NULL REFERENCES organizations (id),
          type TEXT NOT NULL,
          created_at BIGINT NOT NULL,
          valid_until BIGINT,
          PRIMARY KEY (organization_id, type)
        );

        CREATE TABLE domains (
          id {identity},
          account_id BIGINT NOT NULL REFERENCES accounts (id),
          container_id BIGINT NOT NULL REFERENCES containers (id),
          organization_id BIGINT REFERENCES organizations (id),
          name TEXT NOT NULL,
          is_active BIGINT NOT NULL CHECK (is_active IN (0, 1)),
          created_at BIGINT NOT NULL,
          validation_types TEXT,
          control_method TEXT NOT NULL,
          token TEXT,
          token_expires_at BIGINT,
          submitted_at BIGINT,
          proved_at BIGINT,
          proof_valid_until BIGINT
        );
        CREATE UNIQUE INDEX domains_by_name ON domains (account_id, name);

        CREATE TABLE custom_fields (
          id {identity},
          account_id BIGINT NOT NULL REFERENCES accounts (id),
          label TEXT NOT NULL,
          description TEXT,
          is_required BIGINT NOT NULL CHECK (is_required IN (0, 1)),
          is_active BIGINT NOT NULL CHECK (is_active IN (0, 1)),
          format TEXT NOT NULL
        );
        CREATE INDEX custom_fields_by_account ON custom_fields (account_id);

        CREATE TABLE issuers (
          id {identity},
          parent_id BIGINT REFERENCES issuers (id),
          name TEXT NOT NULL,
          key_id TEXT NOT NULL UNIQUE,
          der {bytes} NOT NULL,
          created_at BIGINT NOT NULL
        );
        """)
}
