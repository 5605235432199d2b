extension Migration {
    /// Words of closed lists are compared one by one, in the tables that every order adds rows to.
    ///
    /// SQLite makes a table of its own of each list in a `CHECK (state IN ('pending', …))` whenever
    /// a row is added: the eleven of an order took a third of what writing it down costs. What the
    /// constraints allow stays the same. One of a table that stands is changed in the text of the
    /// schema, as SQLite's manual says (`lang_altertable.html`, section 7).
    static let words = Migration(
        23,
        """
        {sqlite only} PRAGMA writable_schema = ON;
        \(WordList.all.map(\.rewriting).joined(separator: "\n"))
        {sqlite only} PRAGMA writable_schema = RESET;
        """)
}

/// The words that a column takes, as its constraint was written.
private struct WordList {
    let table: String
    let column: String
    let words: [String]
    /// After how many words the constraint goes on in a new line.
    var lineEnd: Int?

    static let all = [
        WordList(
            table: "orders", column: "state",
            words: [
                "needs_approval", "pending", "issued", "reissue_pending", "rejected", "canceled",
                "revoked",
            ], lineEnd: 3),
        WordList(
            table: "orders", column: "state", words: ["issued", "reissue_pending", "revoked"]),
        WordList(table: "orders", column: "length_unit", words: ["years", "days", "until"]),
        WordList(table: "orders", column: "origin", words: ["api_key", "acme_url", "console"]),
        WordList(
            table: "orders", column: "payment_method", words: ["balance", "credit", "profile"]),
        WordList(
            table: "certificates", column: "kind", words: ["original", "reissue", "duplicate"]),
        WordList(
            table: "certificates", column: "state",
            words: ["pending", "rejected", "issued", "revoked"]),
        WordList(
            table: "requests", column: "kind",
            words: ["new_request", "reissue", "duplicate", "revoke"]),
        WordList(
            table: "requests", column: "state",
            words: ["pending", "submitted", "approved", "rejected"]),
        WordList(
            table: "receipts", column: "payment",
            words: ["balance", "credit", "profile", "voucher", "units"]),
        WordList(
            table: "audit_entries", column: "author",
            words: ["user", "visitor", "operator", "worker"]),
    ]

    var rewriting: String {
        """
        {sqlite only} UPDATE sqlite_master SET sql = replace(sql, '\(asList)', '(\(oneByOne))') \
        WHERE type = 'table' AND name = '\(table)';
        """
    }

    private var asList: String {
        let quoted = words.map { "''\($0)''" }
        guard let lineEnd else { return "\(column) IN (\(quoted.joined(separator: ", ")))" }
        let lines = [quoted.prefix(lineEnd), quoted.dropFirst(lineEnd)]
        return "\(column) IN ("
            + lines.map { $0.joined(separator: ", ") }.joined(separator: ",\n    ") + ")"
    }

    private var oneByOne: String {
        words.map { "\(column) = ''\($0)''" }.joined(separator: " OR ")
    }
}
