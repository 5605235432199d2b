package import OrderCore

extension Transaction {
    /// Absent where nobody changed it yet.
    package func siteSeal(of order: ID<Order>) throws -> SiteSeal? {
        try row("SELECT settings FROM site_seals WHERE order_id = $1", [.id(order)]) {
            try $0.jsonIfPresent("settings") as SiteSeal?
        } ?? nil
    }

    package func save(_ seal: SiteSeal, of order: ID<Order>) throws {
        try run(
            """
            INSERT INTO site_seals (order_id, settings) VALUES ($1, $2)
            ON CONFLICT (order_id) DO UPDATE SET settings = excluded.settings
            """, [.id(order), .json(seal)])
    }
}
