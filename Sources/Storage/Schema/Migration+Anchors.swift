extension Migration {
    /// Where the audit log begins once its oldest part was exported and removed; the address that
    /// certificates name; since when logs are being asked about a precertificate.
    ///
    /// Entries and seals behind the last anchor can be removed, and no others.
    static let anchors = Migration(
        24,
        """
        CREATE TABLE audit_anchors (
          id BIGINT NOT NULL PRIMARY KEY,
          pruned_at BIGINT NOT NULL,
          entries BIGINT NOT NULL,
          reached BIGINT NOT NULL,
          ledgers TEXT,
          hash {bytes} NOT NULL,
          code {bytes} NOT NULL
        );

        {sqlite only} DROP TRIGGER audit_entries_remain;
        {sqlite only} DROP TRIGGER audit_seals_remain;
        {sqlite only} CREATE TRIGGER audit_entries_remain BEFORE DELETE ON audit_entries
          WHEN OLD.id > coalesce((SELECT max(reached) FROM audit_anchors), 0)
          BEGIN SELECT RAISE(ABORT, 'the audit log is only added to'); END;
        {sqlite only} CREATE TRIGGER audit_seals_remain BEFORE DELETE ON audit_seals
          WHEN OLD.number > coalesce((SELECT max(id) FROM audit_anchors), 0)
          BEGIN SELECT RAISE(ABORT, 'the audit log is only added to'); END;
        {sqlite only} CREATE TRIGGER audit_anchors_stay BEFORE UPDATE ON audit_anchors
          BEGIN SELECT RAISE(ABORT, 'the audit log is only added to'); END;
        {sqlite only} CREATE TRIGGER audit_anchors_remain BEFORE DELETE ON audit_anchors
          BEGIN SELECT RAISE(ABORT, 'the audit log is only added to'); END;

        {postgres only} CREATE OR REPLACE FUNCTION refuse_audit_change() RETURNS trigger
          LANGUAGE plpgsql AS
          $$BEGIN RAISE EXCEPTION 'the audit log is only added to'; END$$;
        {postgres only} CREATE FUNCTION keep_audit_entry() RETURNS trigger LANGUAGE plpgsql AS
          $$BEGIN IF OLD.id > coalesce((SELECT max(reached) FROM audit_anchors), 0)
          THEN RAISE EXCEPTION 'the audit log is only added to'; END IF; RETURN OLD; END$$;
        {postgres only} CREATE FUNCTION keep_audit_seal() RETURNS trigger LANGUAGE plpgsql AS
          $$BEGIN IF OLD.number > coalesce((SELECT max(id) FROM audit_anchors), 0)
          THEN RAISE EXCEPTION 'the audit log is only added to'; END IF; RETURN OLD; END$$;
        {postgres only} DROP TRIGGER IF EXISTS audit_entries_remain ON audit_entries;
        {postgres only} DROP TRIGGER IF EXISTS audit_seals_remain ON audit_seals;
        {postgres only} CREATE TRIGGER audit_entries_stay
          BEFORE UPDATE OR TRUNCATE ON audit_entries
          FOR EACH STATEMENT EXECUTE FUNCTION refuse_audit_change();
        {postgres only} CREATE TRIGGER audit_entries_remain BEFORE DELETE ON audit_entries
          FOR EACH ROW EXECUTE FUNCTION keep_audit_entry();
        {postgres only} CREATE TRIGGER audit_seals_stay
          BEFORE UPDATE OR TRUNCATE ON audit_seals
          FOR EACH STATEMENT EXECUTE FUNCTION refuse_audit_change();
        {postgres only} CREATE TRIGGER audit_seals_remain BEFORE DELETE ON audit_seals
          FOR EACH ROW EXECUTE FUNCTION keep_audit_seal();
        {postgres only} CREATE TRIGGER audit_anchors_remain
          BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_anchors
          FOR EACH STATEMENT EXECUTE FUNCTION refuse_audit_change();

        CREATE TABLE publications (
          id BIGINT NOT NULL PRIMARY KEY CHECK (id = 1),
          url TEXT NOT NULL,
          is_chosen BIGINT NOT NULL CHECK (is_chosen IN (0, 1))
        );

        ALTER TABLE log_submissions ADD COLUMN claimed_at BIGINT;
        """)
}
