extension Transaction {
    /// Answers a list: the exact total, and the page in an order that is never left to chance.
    ///
    /// The page is chosen by its keys first, from an index wherever there is one; only then are
    /// its rows put together.
    func list<Property, Element: Sendable>(
        _ query: ListQuery<Property>, columns: String, from source: ListSource,
        conditions: Conditions, _ map: (inout Columns) throws -> Element
    ) throws -> Listed<Element> {
        var conditions = conditions
        conditions.add(query)
        let total = try row(
            "SELECT count(*) FROM \(source.joined(for: conditions.clause))\(conditions.clause)",
            conditions.values
        ) { $0.int() }
        let orders = query.sort.filter { $0.property.order != nil }
            .map { ListOrder($0).filled(&conditions) }
        var offset = query.page.offset
        if let cursor = query.cursor {
            conditions.add(after: cursor, orders: orders, key: ListKey(source.key, after: orders))
            offset = 0
        }
        // One more than is shown tells whether there are more.
        var rows = try page(
            ListPage(orders: orders, limit: query.page.limit + 1, offset: offset),
            columns: columns, from: source, conditions, map)
        var next: ListCursor?
        if rows.count > query.page.limit {
            rows.removeLast()
            next = rows.last.map {
                ListCursor(order: query.orderText, values: $0.sortedBy, key: $0.key)
            }
        }
        return Listed(elements: rows.map(\.element), total: total ?? 0, next: next)
    }

    private func page<Element>(
        _ page: ListPage, columns: String, from source: ListSource, _ conditions: Conditions,
        _ map: (inout Columns) throws -> Element
    ) throws -> [ListRow<Element>] {
        var conditions = conditions
        let orders = page.orders
        let clause = conditions.clause
        let chosen = orders.enumerated().map { ", \($1.expression) AS s\($0)" }.joined()
        let key = ListKey(source.key, after: orders)
        let inner = orders.map { $0.clause(of: $0.expression) } + [key.clause(of: key.column)]
        let outer =
            orders.enumerated().map { $1.clause(of: "page.s\($0)") }
            + [key.clause(of: "page.id")]
        let limit = conditions.bind(.int(page.limit))
        let offset = conditions.bind(.int(page.offset))
        let leaning = ([clause] + inner).joined(separator: " ")
        // The page comes first, then its rows: with CROSS JOIN no engine turns that around.
        let sorted = orders.indices.map { ", page.s\($0)" }.joined()
        return try rows(
            """
            SELECT page.id\(sorted), \(columns) FROM \
            (SELECT \(source.key) AS id\(chosen) FROM \(source.joined(for: leaning))\(clause) \
            ORDER BY \(inner.joined(separator: ", ")) LIMIT \(limit) OFFSET \(offset)) page \
            CROSS JOIN \(source.everything) WHERE \(source.key) = page.id \
            ORDER BY \(outer.joined(separator: ", "))
            """, conditions.values
        ) { row in
            let key = row.long()
            var values: [SQLValue] = []
            for order in orders { values.append(order.value(row: &row)) }
            return ListRow(key: key, sortedBy: values, element: try map(&row))
        }
    }
}

/// Which part of a list is shown, and in which order.
private struct ListPage {
    let orders: [ListOrder]
    let limit: Int
    let offset: Int
}

/// A row of a list with its place.
private struct ListRow<Element> {
    let key: Int64
    let sortedBy: [SQLValue]
    let element: Element
}
