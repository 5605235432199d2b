package import OrderCore

/// What an account has spent on its orders and vouchers, less what was paid back.
package struct Spending: Equatable, Sendable {
    /// Out of its own pocket.
    package let own: Money
    /// Charged to the account above.
    package let parent: Money

    package init(own: Money, parent: Money) {
        self.own = own
        self.parent = parent
    }
}

extension Transaction {
    /// Nothing for an account that has no order.
    package func spending(of account: ID<Account>) throws -> Spending? {
        let hasOrder = try row(
            "SELECT 1 FROM orders WHERE account_id = $1 LIMIT 1", [.id(account)]
        ) { $0.int() }
        guard hasOrder != nil else { return nil }
        // A receipt has one entry in the book of whoever paid it from a balance.
        let orders = try row(
            """
            SELECT CAST(coalesce(SUM(t.cents), 0) AS BIGINT),
              CAST(coalesce(SUM(CASE WHEN b.account_id <> $1 THEN t.cents ELSE 0 END), 0) AS BIGINT)
            FROM (SELECT id, CASE deal WHEN 'refund' THEN -cost_cents ELSE cost_cents END AS cents
              FROM receipts WHERE order_id IN (SELECT id FROM orders WHERE account_id = $1)) t
            LEFT JOIN balance_entries b ON b.receipt_id = t.id
            """, [.id(account)]
        ) { ($0.int(), $0.int()) }
        let vouchers = try row(
            """
            SELECT CAST(coalesce(SUM(v.cost_cents), 0) AS BIGINT),
              CAST(coalesce(SUM(CASE WHEN b.account_id <> v.account_id
                THEN v.cost_cents ELSE 0 END), 0) AS BIGINT)
            FROM voucher_orders v LEFT JOIN balance_entries b ON b.receipt_id = v.receipt_id
            WHERE v.account_id = $1
            """, [.id(account)]
        ) { ($0.int(), $0.int()) }
        let all = (orders?.0 ?? 0) + (vouchers?.0 ?? 0)
        let parent = (orders?.1 ?? 0) + (vouchers?.1 ?? 0)
        return Spending(own: Money(cents: all - parent), parent: Money(cents: parent))
    }
}
