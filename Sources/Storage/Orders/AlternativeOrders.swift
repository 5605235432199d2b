package import OrderCore

extension Transaction {
    /// Notes what its client calls an order.
    func insertAlternative(_ name: String, of order: Order) throws {
        try post(
            "INSERT INTO alternative_orders (order_id, account_id, name) VALUES ($1, $2, $3)",
            [.id(order.id), .id(order.accountID), .text(name)])
    }

    /// The orders that their client calls so, by id.
    package func alternatives(
        _ name: String, in scope: Scope, _ page: Page
    ) throws -> Listed<Order> {
        var conditions = Conditions()
        conditions.add(
            scope, account: "a.account_id", container: "o.container_id", owner: "o.user_id")
        conditions.add("a.name {}", .text(name))
        let source = "alternative_orders a JOIN orders o ON o.id = a.order_id"
        let total = try row(
            "SELECT count(*) FROM \(source)\(conditions.clause)", conditions.values
        ) { $0.int() }
        let limit = conditions.bind(.int(page.limit))
        let offset = conditions.bind(.int(page.offset))
        let orders = try rows(
            """
            SELECT \(Order.columns) FROM \(source)\(conditions.clause) \
            ORDER BY a.order_id LIMIT \(limit) OFFSET \(offset)
            """, conditions.values
        ) { try Order(row: &$0) }
        return Listed(elements: orders, total: total ?? 0, next: nil)
    }
}
