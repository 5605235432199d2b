extension OrderIndex {
    /// So long no other file is written after one, in seconds: it has some 100 octets for each
    /// order.
    static let fileSeconds = 600
    /// The database knows so many files, those of other nodes among them.
    static let filesMax = 64

    /// Takes the cards from the file that an earlier run left, with what has changed since then.
    ///
    /// A file is used where the database knows its token. It was made known after the cards were
    /// read, so whatever state the database is in that knows it, also one that came back from a
    /// backup, holds all that the cards hold, and counts on from there.
    ///
    /// - Returns: whether there was one to take them from.
    @discardableResult
    package func open(_ database: any Database) async throws -> Bool {
        guard let file else { return false }
        let dialect = database.dialect
        let cards = try await file.read(measures) { header in
            try await database.read { tx in
                let mark = try tx.indexMark(dialect)
                return try tx.knowsIndexFile(header.token) && mark.covers(header.mark)
            }
        }
        guard let cards, let caughtUp = try await catchUp(cards, database) else { return false }
        adopt(caughtUp, filed: cards.mark)
        return true
    }

    /// Writes the cards to the file, unless it has them already.
    package func save(_ database: any Database) async throws {
        guard let file, let cards = unfiledCards() else { return }
        let token = file.newToken()
        try await database.write { try $0.noteIndexFile(token, keeping: Self.filesMax) }
        try await withTaskExecutorPreference(reading) { try file.write(cards, token: token) }
        noteFiled(cards.mark)
    }
}

extension Transaction {
    fileprivate func knowsIndexFile(_ token: String) throws -> Bool {
        try row("SELECT f.id FROM order_index_files f WHERE f.token = $1", [.text(token)]) {
            $0.long()
        } != nil
    }

    fileprivate func noteIndexFile(_ token: String, keeping count: Int) throws {
        try run("INSERT INTO order_index_files (token) VALUES ($1)", [.text(token)])
        try run(
            """
            DELETE FROM order_index_files
            WHERE id <= (SELECT max(f.id) FROM order_index_files f) - $1
            """, [.int(count)])
    }
}
