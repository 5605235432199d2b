package import OrderCore

extension Price {
    static let columns = """
        p.product, p.years, p.cost_cents, p.name_cents, p.wildcard_cents
        """

    init(row: inout Columns) throws {
        self.init(
            product: try Product(column: row.text()), years: row.int(),
            cost: Money(cents: row.int()), name: Money(cents: row.int()),
            wildcard: Money(cents: row.int()))
    }
}

extension Transaction {
    /// The prices that stand for an account itself.
    package func prices(of account: ID<Account>) throws -> [Price] {
        try rows(
            """
            SELECT \(Price.columns) FROM prices p WHERE p.account_id = $1
            ORDER BY p.product, p.years
            """, [.id(account)]
        ) { try Price(row: &$0) }
    }

    package func prices(of account: ID<Account>, for product: Product) throws -> [Price] {
        try rows(
            """
            SELECT \(Price.columns) FROM prices p WHERE p.account_id = $1 AND p.product = $2
            ORDER BY p.years
            """, [.id(account), .text(product.nameID)]
        ) { try Price(row: &$0) }
    }

    /// The prices of the installation's owners.
    package func listedPrices(for product: Product) throws -> [Price] {
        try rows(
            """
            SELECT \(Price.columns) FROM prices p
            WHERE p.account_id = (SELECT min(a.id) FROM accounts a WHERE a.parent_id IS NULL)
              AND p.product = $1
            ORDER BY p.years
            """, [.text(product.nameID)]
        ) { try Price(row: &$0) }
    }

    package func set(_ price: Price, of account: ID<Account>) throws {
        try post(
            """
            INSERT INTO prices (account_id, product, years, cost_cents, name_cents, wildcard_cents)
            VALUES ($1, $2, $3, $4, $5, $6)
            ON CONFLICT (account_id, product, years) DO UPDATE SET
              cost_cents = excluded.cost_cents, name_cents = excluded.name_cents,
              wildcard_cents = excluded.wildcard_cents
            """,
            [
                .id(account), .text(price.product.nameID), .int(price.years),
                .int(price.cost.cents), .int(price.name.cents), .int(price.wildcard.cents),
            ])
    }

    package func removePrices(of account: ID<Account>) throws {
        try post("DELETE FROM prices WHERE account_id = $1", [.id(account)])
    }

    /// Takes one price out of a list. Returns whether it was in it.
    package func removePrice(
        of product: Product, years: Int, account: ID<Account>
    ) throws -> Bool {
        try run(
            "DELETE FROM prices WHERE account_id = $1 AND product = $2 AND years = $3",
            [.id(account), .text(product.nameID), .int(years)]) == 1
    }
}
