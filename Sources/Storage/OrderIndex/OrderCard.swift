import OrderCore

/// What lists narrow and sort orders by, of one order.
struct OrderCard: Sendable {
    /// Stands for a time or a number that an order lacks; before all others, as lists have it.
    static let absent = Int64.min

    /// What many orders have in common: few kinds are worth a number each.
    struct Kind: Hashable, Sendable {
        let product: String
        let productName: String
        let state: String
        let awaits: String?
        let years: Int64
        let isRenewed: Bool
        let isWithoutNotices: Bool
        /// The custom fields that are filled in.
        let fields: [Int64]
    }

    /// Whose it is.
    struct Holder: Hashable, Sendable {
        let account: Int64
        let container: Int64
        let organization: Int64
        let user: Int64
    }

    let id: Int64
    let kind: Kind
    let holder: Holder
    let createdAt: Int64
    /// When its primary certificate ends.
    let certificateEnd: Int64
    /// When the order ends.
    let termEnd: Int64
    /// See ``CardText``.
    let text: [UInt8]
}

/// The texts of a card, one after the other, each followed by an octet that no text in UTF-8 has
/// and that tells what the text was. The common name is the first, and is not repeated where it is
/// among the names that the order is found by.
enum CardText {
    /// A common name that the order is found by, one that it is not, another name, the value of a
    /// custom field.
    static let commonNameFound: UInt8 = 0xFC
    static let commonNameOnly: UInt8 = 0xFD
    static let name: UInt8 = 0xFE
    static let value: UInt8 = 0xFF
    static let first = commonNameFound

    static func octets(commonName: String, names: [String], values: [String]) -> [UInt8] {
        var octets = Array(commonName.utf8)
        octets.append(names.contains(commonName) ? commonNameFound : commonNameOnly)
        for other in names where other != commonName {
            octets.append(contentsOf: other.utf8)
            octets.append(name)
        }
        for text in values {
            octets.append(contentsOf: text.utf8)
            octets.append(value)
        }
        return octets
    }
}

extension Transaction {
    /// The orders that follow an id, by their ids, at most so many.
    func cards(after id: Int64, limit: Int) throws -> [OrderCard] {
        let heads = try heads("o.id > $1 ORDER BY o.id LIMIT $2", [.integer(id), .int(limit)])
        guard let last = heads.last else { return [] }
        return try cards(heads, "o.id BETWEEN $1 AND $2", [.integer(id + 1), .integer(last.id)])
    }

    /// The orders that a condition holds for; `nil` where they are more than so many.
    func cards(where condition: String, _ values: [SQLValue], max: Int) throws -> [OrderCard]? {
        let heads = try heads(condition + " LIMIT \(max + 1)", values)
        guard heads.count <= max else { return nil }
        return heads.isEmpty ? [] : try cards(heads, condition, values)
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

    private func cards(
        _ heads: [CardHead], _ condition: String, _ values: [SQLValue]
    ) throws -> [OrderCard] {
        var names: [Int64: [String]] = [:]
        try each(
            """
            SELECT n.order_id, n.name FROM orders o CROSS JOIN order_names n \
            WHERE n.order_id = o.id AND \(condition)
            """, values
        ) { names[$0.long(), default: []].append($0.text()) }
        var answers: [Int64: [(field: Int64, value: String)]] = [:]
        try each(
            """
            SELECT v.order_id, v.custom_field_id, v.value \
            FROM orders o CROSS JOIN order_custom_fields v \
            WHERE v.order_id = o.id AND \(condition)
            """, values
        ) { answers[$0.long(), default: []].append(($0.long(), $0.text())) }
        return heads.map { $0.card(names: names[$0.id] ?? [], answers: answers[$0.id] ?? []) }
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

    func card(names: [String], answers: [(field: Int64, value: String)]) -> OrderCard {
        OrderCard(
            id: id,
            kind: OrderCard.Kind(
                product: product, productName: productName, state: state, awaits: awaits,
                years: years, isRenewed: isRenewed, isWithoutNotices: isWithoutNotices,
                fields: answers.map(\.field).sorted()),
            holder: holder, createdAt: createdAt, certificateEnd: certificateEnd,
            termEnd: termEnd,
            text: CardText.octets(
                commonName: commonName, names: names, values: answers.map(\.value)))
    }
}
