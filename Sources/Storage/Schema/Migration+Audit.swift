extension Migration {
    /// The audit log: entries, the seals that chain them, and the head of the chain.
    ///
    /// Entries and seals are only ever added. Who may is the schema's affair as well: both engines
    /// refuse to change or remove them until somebody takes the refusal away first.
    package static let audit = Migration(
        15,
        """
        CREATE TABLE audit_keys (
          id BIGINT NOT NULL PRIMARY KEY CHECK (id = 1),
          sealed {bytes} NOT NULL
        );

        CREATE TABLE audit_entries (
          id {identity},
          at BIGINT NOT NULL,
          account_id BIGINT,
          author TEXT NOT NULL CHECK (author IN ('user', 'visitor', 'operator', 'worker')),
          author_name TEXT NOT NULL,
          operation TEXT NOT NULL,
          user_id BIGINT,
          api_key_id BIGINT,
          request_id TEXT,
          address TEXT,
          forwarded TEXT,
          object TEXT NOT NULL,
          object_id BIGINT,
          changes TEXT NOT NULL,
          code {bytes} NOT NULL
        );
        CREATE INDEX audit_entries_by_time ON audit_entries (account_id, at, id);
        CREATE INDEX audit_entries_by_object
          ON audit_entries (account_id, object, object_id, at, id);

        CREATE TABLE audit_seals (
          number BIGINT NOT NULL PRIMARY KEY,
          sealed_at BIGINT NOT NULL,
          entries {bytes} NOT NULL,
          ledgers TEXT,
          hash {bytes} NOT NULL
        );

        CREATE TABLE audit_head (
          id BIGINT NOT NULL PRIMARY KEY CHECK (id = 1),
          number BIGINT NOT NULL,
          entries BIGINT NOT NULL,
          reached BIGINT NOT NULL,
          missing TEXT,
          hash {bytes} NOT NULL,
          code {bytes} NOT NULL
        );

        {sqlite only} CREATE TRIGGER audit_entries_stay BEFORE UPDATE ON audit_entries
          BEGIN SELECT RAISE(ABORT, 'the audit log is only added to'); END;
        {sqlite only} CREATE TRIGGER audit_entries_remain BEFORE DELETE ON audit_entries
          BEGIN SELECT RAISE(ABORT, 'the audit log is only added to'); END;
        {sqlite only} CREATE TRIGGER audit_seals_stay BEFORE UPDATE ON audit_seals
          BEGIN SELECT RAISE(ABORT, 'the audit log is only added to'); END;
        {sqlite only} CREATE TRIGGER audit_seals_remain BEFORE DELETE ON audit_seals
          BEGIN SELECT RAISE(ABORT, 'the audit log is only added to'); END;
        {postgres only} CREATE FUNCTION refuse_audit_change() RETURNS trigger LANGUAGE plpgsql AS
          $$BEGIN RAISE EXCEPTION 'the audit log is only added to'; END$$;
        {postgres only} CREATE TRIGGER audit_entries_remain
          BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_entries
          FOR EACH STATEMENT EXECUTE FUNCTION refuse_audit_change();
        {postgres only} CREATE TRIGGER audit_seals_remain
          BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_seals
          FOR EACH STATEMENT EXECUTE FUNCTION refuse_audit_change();
        """)
}
