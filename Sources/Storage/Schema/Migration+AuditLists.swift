extension Migration {
    /// What lists of the audit log are answered from, however long it is: by user, key, request,
    /// operation and object, each in the order of time; and who has authored an entry beside its
    /// time, so that counting by that needs no entries.
    static let auditLists = Migration(
        25,
        """
        CREATE INDEX audit_entries_by_user ON audit_entries (account_id, user_id, at, id);
        CREATE INDEX audit_entries_by_key ON audit_entries (account_id, api_key_id, at, id);
        CREATE INDEX audit_entries_by_request ON audit_entries (account_id, request_id, at, id);
        CREATE INDEX audit_entries_by_operation ON audit_entries (account_id, operation, at, id);
        CREATE INDEX audit_entries_by_kind ON audit_entries (account_id, object, at, id);
        DROP INDEX audit_entries_by_object;
        CREATE INDEX audit_entries_by_object ON audit_entries
          (account_id, object_id, at, id, object);
        DROP INDEX audit_entries_by_time;
        CREATE INDEX audit_entries_by_time ON audit_entries (account_id, at, id, author);
        """)
}
