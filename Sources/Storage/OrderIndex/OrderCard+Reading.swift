extension Transaction {
    /// Whether there are more orders than so many.
    func hasOrders(beyond count: Int) throws -> Bool {
        try row("SELECT o.id FROM orders o ORDER BY o.id LIMIT 1 OFFSET $1", [.int(count)]) {
            $0.int()
        } != nil
    }

    /// The first orders with such ids, by their ids, at most so many.
    func cards(in ids: ClosedRange<Int64>, limit: Int) throws -> [OrderCard] {
        let heads = try heads(
            "o.id BETWEEN $1 AND $2 ORDER BY o.id LIMIT $3",
            [.integer(ids.lowerBound), .integer(ids.upperBound), .int(limit)])
        guard let last = heads.last else { return [] }
        return try cards(heads, [.integer(ids.lowerBound), .integer(last.id)]) {
            "\($0) WHERE \($1) BETWEEN $1 AND $2"
        }
    }

    /// The orders that a condition holds for, with their requests; `nil` where they are more than
    /// so many.
    func cards(where condition: String, _ values: [SQLValue], max: Int) throws -> CardChanges? {
        let heads = try heads(condition + " LIMIT \(max + 1)", values)
        guard heads.count <= max else { return nil }
        if heads.isEmpty { return CardChanges.none }
        let orders = try cards(heads.sorted { $0.id < $1.id }, values) {
            "orders o CROSS JOIN \($0) WHERE \($1) = o.id AND \(condition)"
        }
        return CardChanges(
            orders: orders, requests: try requestCards(where: condition, values))
    }

    private func heads(_ condition: String, _ values: [SQLValue]) throws -> [CardHead] {
        try rows(
            """
            SELECT o.id, o.account_id, o.container_id, o.organization_id, o.user_id, o.product, \
            o.product_name, o.state, o.awaits, \
            (CASE o.length_unit WHEN 'years' THEN o.length_value END), \
            (CASE WHEN o.renewed_by IS NULL THEN 0 ELSE 1 END), o.disable_renewal_notifications, \
            o.created_at, o.certificate_valid_till, o.valid_till, o.common_name \
            FROM orders o WHERE \(condition)
            """, values
        ) { CardHead(row: &$0) }
    }

    /// - Parameters:
    ///   - heads: by their ids.
    ///   - source: the rows of a table that are about these orders, by its column with the order.
    private func cards(
        _ heads: [CardHead], _ values: [SQLValue],
        _ source: (_ table: String, _ key: String) -> String
    ) throws -> [OrderCard] {
        var names = CardParts()
        try each(
            """
            SELECT n.order_id, 0, n.name FROM \(source("order_names n", "n.order_id")) \
            ORDER BY n.order_id
            """, values
        ) { names.add(&$0) }
        var answers = CardParts()
        try each(
            """
            SELECT v.order_id, v.custom_field_id, v.value \
            FROM \(source("order_custom_fields v", "v.order_id")) ORDER BY v.order_id
            """, values
        ) { answers.add(&$0) }
        var certificates = CardParts()
        try each(
            """
            SELECT x.order_id, x.id, '' FROM \(source("certificates x", "x.order_id")) \
            ORDER BY x.order_id
            """, values
        ) { certificates.add(&$0) }
        return heads.map { head in
            head.card(
                names: names.take(of: head.id), answers: answers.take(of: head.id),
                certificates: certificates.take(of: head.id))
        }
    }
}

/// What other tables say of orders, in the order of the orders' ids: a number and a text each.
private struct CardParts {
    private var orders: [Int64] = []
    private var numbers: [Int64] = []
    private var ends: [Int] = []
    private var octets: [UInt8] = []
    private var taken = 0

    /// Takes a row in: the order, the number and the text.
    mutating func add(_ row: inout Columns) {
        orders.append(row.long())
        numbers.append(row.long())
        row.appendText(to: &octets)
        ends.append(octets.count)
    }

    /// Those of an order. To be asked for one order after the other, by their ids.
    mutating func take(of order: Int64) -> [(number: Int64, text: ArraySlice<UInt8>)] {
        while taken < orders.count, orders[taken] < order { taken += 1 }
        var found: [(number: Int64, text: ArraySlice<UInt8>)] = []
        while taken < orders.count, orders[taken] == order {
            found.append(
                (numbers[taken], octets[(taken == 0 ? 0 : ends[taken - 1])..<ends[taken]]))
            taken += 1
        }
        return found
    }
}

/// The part of a card that stands in the order's own row.
private struct CardHead {
    let id: Int64
    let holder: OrderCard.Holder
    let product: String
    let productName: String
    let state: String
    let awaits: String?
    let years: Int64
    let isRenewed: Bool
    let isWithoutNotices: Bool
    let createdAt: Int64
    let certificateEnd: Int64
    let termEnd: Int64
    let commonName: String

    init(row: inout Columns) {
        id = row.long()
        holder = OrderCard.Holder(
            account: row.long(), container: row.long(),
            organization: row.longIfPresent() ?? OrderCard.absent, user: row.long())
        product = row.text()
        productName = row.text()
        state = row.text()
        awaits = row.textIfPresent()
        years = row.longIfPresent() ?? OrderCard.absent
        isRenewed = row.flag()
        isWithoutNotices = row.flag()
        createdAt = row.long()
        certificateEnd = row.longIfPresent() ?? OrderCard.absent
        termEnd = row.longIfPresent() ?? OrderCard.absent
        commonName = row.text()
    }

    typealias Parts = [(number: Int64, text: ArraySlice<UInt8>)]

    func card(names: Parts, answers: Parts, certificates: Parts) -> OrderCard {
        OrderCard(
            id: id,
            kind: OrderCard.Kind(
                product: product, productName: productName, state: state, awaits: awaits,
                years: years, isRenewed: isRenewed, isWithoutNotices: isWithoutNotices,
                fields: answers.map(\.number).sorted()),
            holder: holder, createdAt: createdAt, certificateEnd: certificateEnd,
            termEnd: termEnd, certificates: certificates.map(\.number),
            text: CardText.octets(
                commonName: commonName, names: names.map(\.text), values: answers.map(\.text)))
    }
}
