import Foundation

/// The place after the last row of a page: what that row was sorted by, and its key.
///
/// A page that begins there is as quick to find as the first one, and the same however many rows
/// are added or taken away before it.
package struct ListCursor: Equatable, Sendable {
    /// The order it was made for; in another one the place means nothing.
    package let order: String
    package let values: [SQLValue]
    package let key: Int64

    package init(order: String, values: [SQLValue], key: Int64) {
        self.order = order
        self.values = values
        self.key = key
    }

    /// Letters, digits, `-` and `_`; clients hand it back as it is.
    package var text: String {
        let parts: [String] = values.map { value in
            switch value {
            case .null: "n"
            case .integer(let integer): "i\(integer)"
            case .text(let text): "t\(text)"
            case .bytes(let bytes): "t\(bytes)"
            }
        }
        return Self.encoded(
            ([order, String(key)] + parts).map { Self.encoded($0) }
                .joined(separator: "."))
    }

    package init?(_ text: String) {
        guard
            let parts = Self.decoded(text)?.split(separator: ".", omittingEmptySubsequences: false),
            parts.count >= 2, let order = Self.decoded(String(parts[0])),
            let key = Self.decoded(String(parts[1])).flatMap({ Int64($0) })
        else { return nil }
        var values: [SQLValue] = []
        for part in parts.dropFirst(2) {
            guard let value = Self.decoded(String(part)), let kind = value.first else { return nil }
            let rest = String(value.dropFirst())
            switch kind {
            case "n": values.append(.null)
            case "t": values.append(.text(rest))
            case "i":
                guard let integer = Int64(rest) else { return nil }
                values.append(.integer(integer))
            default: return nil
            }
        }
        self.init(order: order, values: values, key: key)
    }

    private static func encoded(_ text: String) -> String {
        Data(text.utf8).base64EncodedString().replacing("+", with: "-").replacing("/", with: "_")
            .replacing("=", with: "")
    }

    private static func decoded(_ text: String) -> String? {
        let padding = String(repeating: "=", count: (4 - text.utf8.count % 4) % 4)
        let base64 = text.replacing("-", with: "+").replacing("_", with: "/") + padding
        return Data(base64Encoded: base64).flatMap { String(data: $0, encoding: .utf8) }
    }
}

extension Conditions {
    /// Leaves the rows that come after a cursor: those that are equal in the first parts of the
    /// order and beyond it in the next one.
    mutating func add(after cursor: ListCursor, orders: [ListOrder], key: ListKey) {
        var alternatives: [String] = []
        var equal: [String] = []
        for (order, value) in zip(orders, cursor.values) {
            if let beyond = beyond(order, value) {
                alternatives.append((equal + [beyond]).joined(separator: " AND "))
            }
            equal.append(
                value == .null
                    ? "\(order.expression) IS NULL" : "\(order.expression) = \(bind(value))")
        }
        alternatives.append(
            (equal + ["\(key.column) \(key.beyond) \(bind(.integer(cursor.key)))"]).joined(
                separator: " AND "))
        add(term: "(" + alternatives.map { "(\($0))" }.joined(separator: " OR ") + ")")
        // Says nothing new, but lets an index begin at the place.
        guard let first = orders.first, let value = cursor.values.first else { return }
        if value != .null, !(first.isDescending && first.mayBeAbsent) {
            let sign = first.isDescending ? "<=" : ">="
            add(term: "\(first.expression) \(sign) \(bind(value))")
        }
    }

    /// Absent values come before all others, or, downwards, after them.
    private mutating func beyond(_ order: ListOrder, _ value: SQLValue) -> String? {
        let expression = order.expression
        switch (value == .null, order.isDescending) {
        case (true, false): return order.mayBeAbsent ? "\(expression) IS NOT NULL" : nil
        case (true, true): return nil
        case (false, false): return "\(expression) > \(bind(value))"
        case (false, true):
            let below = "\(expression) < \(bind(value))"
            return order.mayBeAbsent ? "(\(below) OR \(expression) IS NULL)" : below
        }
    }
}
