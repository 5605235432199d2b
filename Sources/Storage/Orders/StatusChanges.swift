package import Foundation
package import OrderCore

extension Transaction {
    /// The orders whose status changed from `start` up to `end`, by id. That an order's time ran
    /// out is such a change too, though nobody wrote it down.
    ///
    /// - Parameter max: one more than this many are read, so that the caller sees that it is over.
    package func statusChanges(
        in scope: Scope, from start: Date, to end: Date, max: Int
    ) throws -> [Order] {
        var changed = Conditions()
        changed.add(scope, account: "o.account_id", container: "o.container_id", owner: "o.user_id")
        var ended = changed
        changed.add("o.status_changed_at {}", between: .date(start), and: .date(end))
        ended.add("o.valid_till {}", between: .date(start), and: .date(end))
        ended.add("o.state {}", .text(OrderState.issued.rawValue))
        var found: [ID<Order>: Order] = [:]
        for conditions in [changed, ended] {
            let orders = try rows(
                """
                SELECT \(Order.columns) FROM orders o\(conditions.clause) LIMIT \(max + 1)
                """, conditions.values
            ) { try Order(row: &$0) }
            for order in orders { found[order.id] = order }
        }
        return found.values.sorted { $0.id < $1.id }
    }
}
