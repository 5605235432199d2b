/// Where relying parties find lists, answers and certificates of the CA: what certificates name.
package struct PublishedAddress: Equatable, Sendable {
    /// Without a slash at its end.
    package let url: String
    /// Whether somebody chose it; otherwise it is where the server listens.
    package let isChosen: Bool

    package init(url: String, isChosen: Bool) {
        self.url = url
        self.isChosen = isChosen
    }
}

extension Transaction {
    /// That of the last server that started; none before the first one.
    package func publishedAddress() throws -> PublishedAddress? {
        try row("SELECT url, is_chosen FROM publications WHERE id = 1", []) {
            PublishedAddress(url: $0.text(), isChosen: $0.flag())
        }
    }

    package func set(_ address: PublishedAddress) throws {
        try run(
            """
            INSERT INTO publications (id, url, is_chosen) VALUES (1, $1, $2)
            ON CONFLICT (id) DO UPDATE SET url = excluded.url, is_chosen = excluded.is_chosen
            """, [.text(address.url), .flag(address.isChosen)])
    }
}
