/// What the audit log makes of each table and column. A table that is not named here is audited
/// whole, and so is a new one.
enum AuditedTables {
    /// How the house keeps itself going, not what anybody decided: queues and leases, counters,
    /// answers kept, what is derived from other rows. Nobody is asked who changed them.
    static let machinery: Set<String> = [
        // The log itself.
        "audit_entries", "audit_head", "audit_keys", "audit_seals",
        // Work that waits, and how far it has got.
        "chores", "control_checks", "effects", "guest_questions", "log_submissions", "messages",
        "notice_marks",
        // When keys were last used, and which numbers were given.
        "key_uses", "last_numbers",
        // Requests counted, and answers that may be asked for again.
        "kept_answers", "request_counts",
        // Counted up whenever an authority changes, for the other nodes.
        "authority_versions",
        // Lists made from what was revoked, and certificates that nobody asked for; a revocation
        // changes its certificate, too.
        "compromised_keys", "crl_digests", "crl_partitions", "crls", "own_certificates",
        "revocations",
        // Which requests the house made; their comments say it.
        "automatic_requests",
        // The names of certificates, and of orders, once more, to be found by.
        "alternative_orders", "order_names",
        // What was written to files once more, to start faster.
        "order_index_files",
        "schema_migrations",
    ]

    /// What is not shown: it opens something, or can be spent.
    static let secret: [String: Set<String>] = [
        "accounts": ["guest_token"],
        "control_invitations": ["token"],
        "domains": ["token"],
        "email_proofs": ["token"],
        "order_controls": ["token"],
        "vouchers": ["code"],
    ]

    /// Octets that say something to a reader; all others are not shown.
    static let shownOctets: [String: Set<String>] = [
        "audit_anchors": ["hash"], "certificates": ["serial"], "precertificates": ["serial"],
    ]

    /// What says nothing that the entry does not say: when it was made and changed, counters, what
    /// other columns or tables hold as well, and long encodings.
    static let passed: [String: Set<String>] = [
        "": ["account_id", "created_at", "revision", "version"],
        // Every change of it is a row of balance_entries.
        "account_terms": ["balance_cents"],
        "balance_entries": ["account_id"],
        "certificates": [
            "csr", "der", "issued_at", "key_size_bits", "server_platform_id", "thumbprint",
            "user_id",
        ],
        "audit_anchors": ["code", "ledgers", "pruned_at"],
        "authority_requests": ["der"],
        "cross_certificates": ["der"],
        "issuers": ["der"],
        "logos": ["svg"],
        "precertificates": ["crl_partition_id", "der", "order_end", "timestamps"],
        "orders": [
            "certificate_valid_till", "change", "issued_at", "origin", "origin_name",
            "payment_method", "primary_certificate_id", "product_name", "receipt_id",
            "status_changed_at", "user_id", "valid_from",
        ],
        "requests": ["certificate_id", "container_id", "owner_id", "processed_at", "requester_id"],
    ]

    static func passes(_ column: String, of table: String) -> Bool {
        passed[""]?.contains(column) == true || passed[table]?.contains(column) == true
    }

    static func isShown(_ column: Table.Column, of table: String) -> Bool {
        switch column.kind {
        case .bytes: shownOctets[table]?.contains(column.name) == true
        case .integer, .text: secret[table]?.contains(column.name) != true
        }
    }

    /// One row of a table, in a word: `orders` holds an `order`.
    static func object(_ table: String) -> String {
        if table == "account_terms" { return table }
        if table.hasSuffix("ies") { return table.dropLast(3) + "y" }
        return table.hasSuffix("s") ? String(table.dropLast()) : table
    }
}
