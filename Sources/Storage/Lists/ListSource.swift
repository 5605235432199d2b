/// Where the rows of a list come from: its own table, and what is joined to show them.
///
/// The count and the choice of a page look at the table alone, and at those joins that a filter or
/// a sort leans on; all the rest is joined to the rows of the page only.
struct ListSource {
    let table: String
    /// The column that names a row and breaks ties.
    let key: String
    let joins: [(alias: String, clause: String)]

    init(_ table: String, key: String, joins: KeyValuePairs<String, String> = [:]) {
        self.table = table
        self.key = key
        self.joins = joins.map { ($0.key, $0.value) }
    }

    var everything: String { ([table] + joins.map(\.clause)).joined(separator: " ") }

    /// The table with the joins that a text leans on.
    func joined(for text: String) -> String {
        ([table] + joins.filter { Self.leans(text, on: $0.alias) }.map(\.clause))
            .joined(separator: " ")
    }

    private static func leans(_ text: String, on alias: String) -> Bool {
        text.ranges(of: alias + ".").contains { range in
            guard range.lowerBound > text.startIndex else { return true }
            let before = text[text.index(before: range.lowerBound)]
            return !(before.isLetter || before.isNumber || before == "_")
        }
    }
}

/// One part of the order of a list.
struct ListOrder {
    private(set) var expression: String
    let isDescending: Bool
    /// Whether the expression may be absent; then it comes before all others.
    let mayBeAbsent: Bool
    let isText: Bool

    init<Property: ListProperty>(_ sort: ListQuery<Property>.Sort) {
        let order = sort.property.order ?? ""
        mayBeAbsent = order.contains("{}")
        expression = order.replacing(" {}", with: "")
        isDescending = sort.direction == .descending
        isText = sort.property.sortsText
    }

    /// With the account that is asked for in its place.
    func filled(_ conditions: inout Conditions) -> ListOrder {
        var order = self
        if expression.contains("{account}") {
            order.expression = expression.replacing("{account}", with: conditions.bindAccount())
        }
        return order
    }

    func clause(of expression: String) -> String {
        let direction = isDescending ? "DESC" : "ASC"
        guard mayBeAbsent else { return "\(expression) \(direction)" }
        return "\(expression) \(direction) NULLS \(isDescending ? "LAST" : "FIRST")"
    }

    func value(row: inout Columns) -> SQLValue {
        isText ? .text(row.textIfPresent()) : row.longIfPresent().map { .integer($0) } ?? .null
    }
}

/// The column that settles what the order of a list leaves open. It runs the way of the last part
/// before it, so that one index serves both, read forwards or backwards.
struct ListKey {
    let column: String
    private let isDescending: Bool

    init(_ column: String, after orders: [ListOrder]) {
        self.column = column
        isDescending = orders.last?.isDescending ?? false
    }

    var beyond: String { isDescending ? "<" : ">" }

    func clause(of expression: String) -> String {
        "\(expression) \(isDescending ? "DESC" : "ASC")"
    }
}
