package import OrderCore

/// Which issuer signs what: for a product, or for all that have no choice of their own.
package struct IssuerChoice: Equatable, Sendable {
    /// Absent: for all products.
    package let product: String?
    package let issuerID: ID<CACertificate>

    package init(product: String?, issuerID: ID<CACertificate>) {
        self.product = product
        self.issuerID = issuerID
    }

    /// How the choice for all products is written.
    static let everyProduct = "*"
}

extension Transaction {
    /// Grows with every change of the CA: its certificates, who of them issues, and for what. What
    /// a server keeps of these in memory holds as long as this number does.
    package func authorityVersion() throws -> Int64 {
        try row("SELECT version FROM authority_versions WHERE id = 1", []) { $0.long() } ?? 0
    }

    /// Part of every change of the CA.
    func raiseAuthorityVersion() throws {
        try run(
            """
            INSERT INTO authority_versions (id, version) VALUES (1, 1)
            ON CONFLICT (id) DO UPDATE SET version = authority_versions.version + 1
            """, [])
    }

    package func issuerChoices() throws -> [IssuerChoice] {
        try rows("SELECT product, issuer_id FROM issuer_choices ORDER BY product", []) {
            let product = $0.text()
            return IssuerChoice(
                product: product == IssuerChoice.everyProduct ? nil : product, issuerID: $0.id())
        }
    }

    package func set(_ choice: IssuerChoice) throws {
        try raiseAuthorityVersion()
        try run(
            """
            INSERT INTO issuer_choices (product, issuer_id) VALUES ($1, $2)
            ON CONFLICT (product) DO UPDATE SET issuer_id = excluded.issuer_id
            """,
            [.text(choice.product ?? IssuerChoice.everyProduct), .id(choice.issuerID)])
    }

    /// Returns whether there was a choice.
    package func removeIssuerChoice(of product: String?) throws -> Bool {
        try raiseAuthorityVersion()
        return try run(
            "DELETE FROM issuer_choices WHERE product = $1",
            [.text(product ?? IssuerChoice.everyProduct)]) > 0
    }
}
