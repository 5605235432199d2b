import OrderCore

extension OrderEntry {
    static let columns = """
        \(Order.columns), \(Certificate.columns), k.name, g.name, \
        (SELECT count(*) FROM certificates x WHERE x.order_id = o.id \
        AND x.kind = 'duplicate' AND x.state IN ('issued', 'revoked')), \
        (SELECT count(*) FROM certificates x WHERE x.order_id = o.id \
        AND x.kind = 'reissue' AND x.state IN ('issued', 'revoked')), \(Order.priceColumn)
        """

    static let source = ListSource(
        "orders o", key: "o.id",
        joins: [
            "c": "JOIN certificates c ON c.id = o.primary_certificate_id",
            "k": "JOIN containers k ON k.id = o.container_id",
            "g": "LEFT JOIN organizations g ON g.id = o.organization_id",
        ])

    init(row: inout Columns) throws {
        self.init(
            order: try Order(row: &row), certificate: try Certificate(row: &row),
            containerName: row.text(), organizationName: row.textIfPresent(),
            duplicatesCount: row.int(), reissuesCount: row.int(),
            price: Money(cents: row.int()))
    }
}
