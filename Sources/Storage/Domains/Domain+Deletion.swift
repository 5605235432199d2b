package import Foundation
package import OrderCore

extension Transaction {
    /// An order that is not done yet and is to be proved by this domain.
    package func orderAwaiting(_ id: ID<Domain>) throws -> ID<Order>? {
        try row(
            """
            SELECT o.id FROM order_domains x JOIN orders o ON o.id = x.order_id
            WHERE x.domain_id = $1 AND o.state IN ($2, $3, $4) ORDER BY o.id LIMIT 1
            """,
            [.id(id)]
                + [OrderState.needsApproval, .pending, .reissuePending].map { .text($0.rawValue) }
        ) { $0.id() }
    }

    package func delete(_ id: ID<Domain>) throws {
        for table in ["order_domains", "control_checks"] {
            try run("DELETE FROM \(table) WHERE domain_id = $1", [.id(id)])
        }
        try endInvitations(to: id)
        try delete(from: "domains", where: "id = $1", [.id(id)])
    }

    /// When the proofs of the active domains in sight end.
    package func proofEnds(in scope: Scope) throws -> [Date] {
        var conditions = Conditions()
        conditions.add(scope, account: "d.account_id", container: "d.container_id")
        return try rows(
            """
            SELECT d.proof_valid_until FROM domains d\(conditions.clause)
            AND d.is_active = 1 AND d.proof_valid_until IS NOT NULL
            """, conditions.values
        ) { $0.date() }
    }
}
