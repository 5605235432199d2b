import Foundation
import OrderCore

/// A `WHERE` clause under construction: fixed fragments, bound values.
struct Conditions {
    private(set) var terms: [String] = []
    private(set) var values: [SQLValue] = []

    var clause: String { terms.isEmpty ? "" : " WHERE " + terms.joined(separator: " AND ") }

    /// Binds a value and gives its parameter.
    mutating func bind(_ value: SQLValue) -> String {
        values.append(value)
        return "$\(values.count)"
    }

    mutating func add(_ condition: String, _ value: SQLValue) {
        terms.append(condition.replacing("{}", with: "= \(bind(value))"))
    }

    mutating func add(_ condition: String, in list: [SQLValue]) {
        let parameters = list.map { bind($0) }.joined(separator: ", ")
        terms.append(condition.replacing("{}", with: "IN (\(parameters))"))
    }

    mutating func add(_ condition: String, between low: SQLValue, and high: SQLValue) {
        terms.append(
            condition.replacing("{}", with: "BETWEEN \(bind(low)) AND \(bind(high))"))
    }

    mutating func add<Property>(_ filter: ListQuery<Property>.Filter, now: Date) {
        let alternatives = filter.matches.map { match in
            var condition = filter.property.condition(for: match)
            if condition.contains("{now}") {
                condition = condition.replacing("{now}", with: bind(.date(now)))
            }
            return condition.replacing("{}", with: comparison(match))
        }
        terms.append("(" + alternatives.joined(separator: " OR ") + ")")
    }

    /// What the caller's scope leaves of a table with these columns.
    mutating func add(_ scope: Scope, account: String, container: String, owner: String? = nil) {
        add("\(account) {}", .id(scope.accountID))
        if !scope.containerIDs.isEmpty {
            add("\(container) {}", in: scope.containerIDs.map { .id($0) })
        }
        if let owner, let ownerID = scope.ownerID { add("\(owner) {}", .id(ownerID)) }
    }

    /// What the caller's scope, and a container that it asks for, leave of the orders.
    mutating func narrow(_ scope: Scope, to container: ID<Container>?) {
        if !scope.containerIDs.isEmpty {
            add("o.container_id {}", in: scope.containerIDs.map { .id($0) })
        }
        if let container { add("o.container_id {}", .id(container)) }
        if let owner = scope.ownerID { add("o.user_id {}", .id(owner)) }
    }

    /// Both ends belong to it.
    mutating func add(_ column: String, from start: Date, to end: Date) {
        terms.append("\(column) BETWEEN \(bind(.date(start))) AND \(bind(.date(end)))")
    }

    mutating func add(after id: ID<Order>) {
        terms.append("o.id > \(bind(.id(id)))")
    }

    private mutating func comparison(_ match: ListMatch) -> String {
        switch match {
        case .equals(let value): "= \(bind(value))"
        case .above(let value): "> \(bind(value))"
        case .below(let value): "< \(bind(value))"
        case .between(let low, let high): "BETWEEN \(bind(low)) AND \(bind(high))"
        case .contains(let text): "LIKE \(bind(.text(Self.pattern(text)))) ESCAPE '!'"
        }
    }

    private static func pattern(_ text: String) -> String {
        // By scalars: a combining mark after a sign would hide it from a search by characters.
        var literal = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            if scalar == "!" || scalar == "%" || scalar == "_" { literal.append("!") }
            literal.append(scalar)
        }
        return "%\(String(literal))%"
    }
}

extension Transaction {
    /// Answers a list: the exact total, and the page in an order that is never left to chance.
    ///
    /// - Parameters:
    ///   - source: the `FROM` clause, with its joins.
    ///   - key: the column that breaks ties, ascending.
    func list<Property, Element: Sendable>(
        _ query: ListQuery<Property>, columns: String, from source: String, key: String,
        conditions: Conditions, _ map: (inout Columns) throws -> Element
    ) throws -> Listed<Element> {
        var conditions = conditions
        query.filters.forEach { conditions.add($0, now: query.now) }
        let total = try row(
            "SELECT count(*) FROM \(source)\(conditions.clause)", conditions.values
        ) { $0.int() }
        let order = query.sort.compactMap { sort in
            sort.property.order.map { "\($0) \(sort.direction.rawValue)" }
        }
        let clause = conditions.clause
        let limit = conditions.bind(.int(query.page.limit))
        let offset = conditions.bind(.int(query.page.offset))
        let elements = try rows(
            """
            SELECT \(columns) FROM \(source)\(clause) \
            ORDER BY \((order + ["\(key) ASC"]).joined(separator: ", ")) \
            LIMIT \(limit) OFFSET \(offset)
            """, conditions.values, map)
        return Listed(elements: elements, total: total ?? 0)
    }
}
