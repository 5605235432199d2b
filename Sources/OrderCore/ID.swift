/// The identity of one kind of thing: an order's id can never be handed over as a user's.
///
/// Positive, given out by the database, an integer on the wire.
package struct ID<Entity>: Hashable, Comparable, Sendable {
    package let rawValue: Int64

    package init(_ rawValue: Int64) {
        self.rawValue = rawValue
    }

    package static func < (left: Self, right: Self) -> Bool {
        left.rawValue < right.rawValue
    }
}

extension ID: CustomStringConvertible {
    package var description: String { String(rawValue) }
}

extension ID: ExpressibleByIntegerLiteral {
    package init(integerLiteral value: Int64) {
        self.init(value)
    }
}
