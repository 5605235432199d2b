package import OrderCore

extension ProductLimit {
    static let columns = """
        l.container_id, l.role_id, l.product, l.hashes, l.issuer_ids, l.certificate_years, \
        l.order_years, l.allows_auto_renew, l.allows_auto_reissue, l.allows_wildcards
        """

    init(row: inout Columns) throws {
        let container: ID<Container> = row.id()
        let role = row.int()
        self.init(
            containerID: container, role: role == 0 ? nil : try Role(column: role),
            product: try Product(column: row.text()), hashes: row.lines(),
            issuerIDs: row.lines().compactMap { Int64($0).map { ID($0) } },
            certificateYears: row.lines().compactMap(Int.init),
            orderYears: row.lines().compactMap(Int.init), allowsAutoRenew: row.flag(),
            allowsAutoReissue: row.flag(), allowsWildcards: row.flag())
    }
}

extension Transaction {
    package func productLimits(of container: ID<Container>) throws -> [ProductLimit] {
        try rows(
            """
            SELECT \(ProductLimit.columns) FROM product_limits l WHERE l.container_id = $1
            ORDER BY l.product, l.role_id
            """, [.id(container)]
        ) { try ProductLimit(row: &$0) }
    }

    /// The limits of all containers that somebody sees.
    package func productLimits(in scope: Scope) throws -> [ProductLimit] {
        var conditions = Conditions()
        conditions.add(scope, account: "k.account_id", container: "k.id")
        return try rows(
            """
            SELECT \(ProductLimit.columns) FROM containers k
            JOIN product_limits l ON l.container_id = k.id\(conditions.clause)
            ORDER BY l.container_id, l.product, l.role_id
            """, conditions.values
        ) { try ProductLimit(row: &$0) }
    }

    /// Sets what one role, or every role, of a container may order of one product.
    package func set(_ limit: ProductLimit) throws {
        try post(
            """
            INSERT INTO product_limits (container_id, role_id, product, hashes, issuer_ids,
              certificate_years, order_years, allows_auto_renew, allows_auto_reissue,
              allows_wildcards)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
            ON CONFLICT (container_id, role_id, product) DO UPDATE SET hashes = excluded.hashes,
              issuer_ids = excluded.issuer_ids, certificate_years = excluded.certificate_years,
              order_years = excluded.order_years, allows_auto_renew = excluded.allows_auto_renew,
              allows_auto_reissue = excluded.allows_auto_reissue,
              allows_wildcards = excluded.allows_wildcards
            """,
            [
                .id(limit.containerID), .int(limit.role?.rawValue ?? 0),
                .text(limit.product.nameID), .lines(limit.hashes),
                .lines(limit.issuerIDs.map(\.description)),
                .lines(limit.certificateYears.map(String.init)),
                .lines(limit.orderYears.map(String.init)), .flag(limit.allowsAutoRenew),
                .flag(limit.allowsAutoReissue), .flag(limit.allowsWildcards),
            ])
    }

    /// Takes all limits from a container. Returns how many there were.
    package func removeProductLimits(of container: ID<Container>) throws -> Int {
        try run("DELETE FROM product_limits WHERE container_id = $1", [.id(container)])
    }
}
