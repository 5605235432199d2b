import Foundation
import OrderCore

/// A `WHERE` clause under construction: fixed fragments, bound values.
struct Conditions {
    private(set) var terms: [String] = []
    private(set) var values: [SQLValue] = []
    /// Whose rows are asked for, for conditions that have to say it once more.
    private var account: SQLValue = .null

    init() {}

    /// - Parameter account: what `{account}` stands for.
    init(account: ID<Account>) {
        self.account = .id(account)
    }

    var clause: String { terms.isEmpty ? "" : " WHERE " + terms.joined(separator: " AND ") }

    /// Binds a value and gives its parameter.
    mutating func bind(_ value: SQLValue) -> String {
        values.append(value)
        return "$\(values.count)"
    }

    mutating func bindAccount() -> String { bind(account) }

    mutating func add(_ condition: String, _ value: SQLValue) {
        terms.append(condition.replacing("{}", with: "= \(bind(value))"))
    }

    mutating func add(_ condition: String, in list: [SQLValue]) {
        let parameters = list.map { bind($0) }.joined(separator: ", ")
        terms.append(condition.replacing("{}", with: "IN (\(parameters))"))
    }

    /// Rows of a page, at least one. Few lengths make few statements, which are prepared once.
    mutating func add<Entity>(_ condition: String, among ids: [ID<Entity>]) {
        let length = Self.lengths.first { $0 >= ids.count } ?? ids.count
        let padding = Array(repeating: ids[ids.count - 1], count: length - ids.count)
        add(condition, in: (ids + padding).map { .id($0) })
    }

    private static let lengths = [1, 10, 25, 50, 100, 250, 500, Page.limitMax]

    mutating func add(_ condition: String, between low: SQLValue, and high: SQLValue) {
        terms.append(
            condition.replacing("{}", with: "BETWEEN \(bind(low)) AND \(bind(high))"))
    }

    mutating func add(_ column: String, _ match: ListMatch) {
        terms.append("\(column) \(comparison(match))")
    }

    /// A finished term; its values are bound.
    mutating func add(term: String) {
        terms.append(term)
    }

    mutating func add<Property>(_ filter: ListQuery<Property>.Filter, now: Date) {
        if let values = filter.sameEquals {
            // One list of values is one range of an index for each; OR often is none.
            let condition = filled(filter.property.condition(for: filter.matches[0]), now: now)
            return add(condition, in: values)
        }
        let alternatives = filter.matches.map { match in
            filled(filter.property.condition(for: match), now: now)
                .replacing("{}", with: comparison(match))
        }
        terms.append("(" + alternatives.joined(separator: " OR ") + ")")
    }

    private mutating func filled(_ condition: String, now: Date) -> String {
        var condition = condition
        if condition.contains("{now}") {
            condition = condition.replacing("{now}", with: bind(.date(now)))
        }
        if condition.contains("{account}") {
            condition = condition.replacing("{account}", with: bindAccount())
        }
        return condition
    }

    /// What the caller's scope leaves of a table with these columns.
    mutating func add(_ scope: Scope, account: String, container: String, owner: String? = nil) {
        self.account = .id(scope.accountID)
        add("\(account) {}", .id(scope.accountID))
        if !scope.containerIDs.isEmpty {
            add("\(container) {}", in: scope.containerIDs.map { .id($0) })
        }
        if let owner, let ownerID = scope.ownerID { add("\(owner) {}", .id(ownerID)) }
    }

    /// What the caller's scope, and a container that it asks for, leave of the orders, or of what
    /// repeats these columns of them.
    mutating func narrow(
        _ scope: Scope, to asked: ID<Container>?, container: String = "o.container_id",
        owner: String = "o.user_id"
    ) {
        if !scope.containerIDs.isEmpty {
            add("\(container) {}", in: scope.containerIDs.map { .id($0) })
        }
        if let asked { add("\(container) {}", .id(asked)) }
        if let ownerID = scope.ownerID { add("\(owner) {}", .id(ownerID)) }
    }

    /// Both ends belong to it.
    mutating func add(_ column: String, from start: Date, to end: Date) {
        terms.append("\(column) BETWEEN \(bind(.date(start))) AND \(bind(.date(end)))")
    }

    mutating func add(after id: ID<Order>) {
        terms.append("o.id > \(bind(.id(id)))")
    }

    /// That a column has one of some values.
    mutating func alternatives(_ matches: [ListMatch], _ column: String) -> String {
        let terms = matches.map { "\(column) \(comparison($0))" }
        return "(" + terms.joined(separator: " OR ") + ")"
    }

    private mutating func comparison(_ match: ListMatch) -> String {
        switch match {
        case .equals(let value): "= \(bind(value))"
        case .above(let value): "> \(bind(value))"
        case .below(let value): "< \(bind(value))"
        case .between(let low, let high): "BETWEEN \(bind(low)) AND \(bind(high))"
        case .contains(let text): "{like} \(bind(.text(Self.pattern(text)))) ESCAPE '!'"
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

extension ListQuery.Filter {
    /// The values, where several of them are compared in one and the same way.
    fileprivate var sameEquals: [SQLValue]? {
        let values = matches.compactMap { match -> SQLValue? in
            guard case .equals(let value) = match, value != .null else { return nil }
            return value
        }
        let conditions = Set(matches.map { property.condition(for: $0) })
        return values.count == matches.count && values.count > 1 && conditions.count == 1
            ? values : nil
    }
}
