package import Foundation
package import OrderCore

extension Transaction {
    package func control(of order: ID<Order>) throws -> OrderControl? {
        try row(
            "SELECT method, token, token_expires_at FROM order_controls WHERE order_id = $1",
            [.id(order)]
        ) { row in
            let method: ControlMethod = try row.word()
            let value = row.textIfPresent()
            let end = row.dateIfPresent()
            return OrderControl(
                method: method,
                token: value.map {
                    DomainControl.Token(value: $0, expiresAt: end ?? .distantPast)
                })
        }
    }

    package func save(_ control: OrderControl, of order: ID<Order>) throws {
        try run(
            """
            INSERT INTO order_controls (order_id, method, token, token_expires_at)
            VALUES ($1, $2, $3, $4)
            ON CONFLICT (order_id) DO UPDATE SET method = excluded.method,
              token = excluded.token, token_expires_at = excluded.token_expires_at
            """,
            [
                .id(order), .text(control.method.rawValue), .text(control.token?.value),
                .date(control.token?.expiresAt),
            ])
    }

    /// Notes which domains an order waits for; those of earlier are forgotten.
    package func setDomains(_ domains: [ID<Domain>], of order: ID<Order>) throws {
        try run("DELETE FROM order_domains WHERE order_id = $1", [.id(order)])
        for domain in domains {
            try run(
                "INSERT INTO order_domains (order_id, domain_id) VALUES ($1, $2)",
                [.id(order), .id(domain)])
        }
    }

    package func domains(of order: ID<Order>) throws -> [Domain] {
        try rows(
            """
            SELECT \(Domain.columns) FROM order_domains x JOIN domains d ON d.id = x.domain_id
            WHERE x.order_id = $1 ORDER BY d.id
            """, [.id(order)]
        ) { try Domain(row: &$0) }
    }

    /// The values, in force at `now`, of the orders that wait for a domain.
    package func orderValues(for domain: ID<Domain>, at now: Date) throws -> [String] {
        try rows(
            """
            SELECT c.token FROM order_domains x JOIN order_controls c ON c.order_id = x.order_id
            WHERE x.domain_id = $1 AND c.token IS NOT NULL AND c.token_expires_at > $2
            ORDER BY c.order_id
            """, [.id(domain), .date(now)]
        ) { $0.text() }
    }
}
