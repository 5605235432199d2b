extension Migration {
    /// Several issuing authorities: what each is for, where its key is, which of them are retired,
    /// which is chosen for what; certificates for the keys of other authorities; and requests for
    /// certificates that others are to sign.
    static let authorities = Migration(
        14,
        """
        ALTER TABLE issuers ADD COLUMN role TEXT NOT NULL DEFAULT 'issuing'
          CHECK (role IN ('root', 'intermediate', 'issuing'));
        UPDATE issuers SET role = 'root' WHERE parent_id IS NULL;
        ALTER TABLE issuers ADD COLUMN key_place TEXT NOT NULL DEFAULT 'files'
          CHECK (key_place IN ('files', 'token', 'elsewhere'));
        ALTER TABLE issuers ADD COLUMN retired_at BIGINT;
        ALTER TABLE issuers ADD COLUMN successor_id BIGINT REFERENCES issuers (id);

        CREATE TABLE issuer_choices (
          product TEXT NOT NULL PRIMARY KEY,
          issuer_id BIGINT NOT NULL REFERENCES issuers (id)
        );

        CREATE TABLE cross_certificates (
          id {identity},
          issuer_id BIGINT NOT NULL REFERENCES issuers (id),
          name TEXT NOT NULL,
          key_id TEXT NOT NULL,
          der {bytes} NOT NULL,
          created_at BIGINT NOT NULL
        );
        CREATE INDEX cross_certificates_by_issuer ON cross_certificates (issuer_id);

        CREATE TABLE authority_requests (
          key_id TEXT NOT NULL PRIMARY KEY,
          name TEXT NOT NULL,
          key_place TEXT NOT NULL CHECK (key_place IN ('files', 'token')),
          der {bytes} NOT NULL,
          created_at BIGINT NOT NULL
        );

        CREATE TABLE authority_versions (
          id BIGINT NOT NULL PRIMARY KEY CHECK (id = 1),
          version BIGINT NOT NULL
        );
        """)
}
