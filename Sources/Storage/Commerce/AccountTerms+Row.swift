package import Foundation
package import OrderCore

extension AccountTerms {
    init(row: inout Columns) throws {
        self.init(
            currency: row.text(), pricing: try row.word(),
            negativeLimit: Money(cents: row.int()), balance: Money(cents: row.int()),
            limitsProducts: row.flag(), billsParent: row.flag())
    }
}

extension Transaction {
    package func terms(of account: ID<Account>) throws -> AccountTerms {
        try row(
            """
            SELECT currency, pricing, negative_limit_cents, balance_cents, limits_products,
              bills_parent
            FROM account_terms WHERE account_id = $1
            """, [.id(account)]
        ) { try AccountTerms(row: &$0) } ?? .standard
    }

    /// Keeps all but the balance, which only ``change(_:of:by:receipt:at:)`` moves.
    package func save(_ terms: AccountTerms, of account: ID<Account>) throws {
        try post(
            """
            INSERT INTO account_terms
              (account_id, currency, pricing, negative_limit_cents, balance_cents, limits_products,
               bills_parent)
            VALUES ($1, $2, $3, $4, 0, $5, $6)
            ON CONFLICT (account_id) DO UPDATE SET currency = excluded.currency,
              pricing = excluded.pricing, negative_limit_cents = excluded.negative_limit_cents,
              limits_products = excluded.limits_products, bills_parent = excluded.bills_parent
            """,
            [
                .id(account), .text(terms.currency), .text(terms.pricing.rawValue),
                .int(terms.negativeLimit.cents), .flag(terms.limitsProducts),
                .flag(terms.billsParent),
            ])
    }

    /// Adds to the funds of an account, or takes from them, and notes it. Returns the new balance.
    @discardableResult
    package func changeBalance(
        of account: ID<Account>, by amount: Money, for reason: BalanceReason,
        receipt: ID<Receipt>? = nil, at now: Date
    ) throws -> Money {
        let new = AccountTerms.standard
        try run(
            """
            INSERT INTO account_terms
              (account_id, currency, pricing, negative_limit_cents, balance_cents, limits_products)
            VALUES ($1, $2, $3, 0, 0, 0) ON CONFLICT (account_id) DO NOTHING
            """, [.id(account), .text(new.currency), .text(new.pricing.rawValue)])
        let balance = try row(
            """
            UPDATE account_terms SET balance_cents = balance_cents + $2 WHERE account_id = $1
            RETURNING balance_cents
            """, [.id(account), .int(amount.cents)]
        ) { $0.int() }
        guard let balance else { throw StorageProblem.nothingInserted }
        try post(
            """
            INSERT INTO balance_entries
              (account_id, amount_cents, balance_cents, reason, receipt_id, created_at)
            VALUES ($1, $2, $3, $4, $5, $6)
            """,
            [
                .id(account), .int(amount.cents), .int(balance), .text(reason.rawValue),
                .id(receipt), .date(now),
            ])
        return Money(cents: balance)
    }

    /// Whether an account below this one has it pay.
    package func paysForOthers(_ account: ID<Account>) throws -> Bool {
        try row(
            """
            SELECT 1 FROM accounts a JOIN account_terms t ON t.account_id = a.id
            WHERE a.parent_id = $1 AND t.bills_parent = 1 LIMIT 1
            """, [.id(account)]
        ) { $0.int() } != nil
    }

    /// The account whose balance a receipt was charged to.
    package func payer(of receipt: ID<Receipt>) throws -> ID<Account>? {
        try row(
            "SELECT account_id FROM balance_entries WHERE receipt_id = $1 ORDER BY id LIMIT 1",
            [.id(receipt)]
        ) { $0.id() }
    }

    /// The products that an account is limited to.
    package func products(of account: ID<Account>) throws -> [Product] {
        try rows(
            "SELECT product FROM account_products WHERE account_id = $1 ORDER BY product",
            [.id(account)]
        ) { try Product(column: $0.text()) }
    }

    package func setProducts(_ products: [Product], of account: ID<Account>) throws {
        try post("DELETE FROM account_products WHERE account_id = $1", [.id(account)])
        for product in products {
            try post(
                "INSERT INTO account_products (account_id, product) VALUES ($1, $2)",
                [.id(account), .text(product.nameID)])
        }
    }

    package func isAllowed(_ product: Product, for account: ID<Account>) throws -> Bool {
        try row(
            "SELECT 1 FROM account_products WHERE account_id = $1 AND product = $2",
            [.id(account), .text(product.nameID)]
        ) { $0.int() } != nil
    }
}
