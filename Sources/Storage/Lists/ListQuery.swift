package import Foundation

/// What a list can be narrowed and ordered by. One enum a list; its raw value is the contract's
/// name of the property.
package protocol ListProperty: RawRepresentable<String>, CaseIterable, Hashable, Sendable {
    /// How a text from the query becomes a value to compare with.
    var form: ListForm { get }
    /// The condition, with `{}` where the comparison goes: `o.product {}`.
    var condition: String { get }
    /// The condition for one match, where it differs; `{now}` stands for the query's time,
    /// `{account}` for the account whose rows are asked for.
    func condition(for match: ListMatch) -> String
    /// The expression to sort by; `nil` where the contract does not sort. One that may be absent
    /// has `{}` after it, where the direction goes: absent values come before all others.
    var order: String? { get }
    /// What several filters say of one and the same row of another table.
    static var joint: JointFilters<Self>? { get }
}

extension ListProperty {
    /// Whether it is sorted by texts; flags are words on the wire and numbers in the database.
    var sortsText: Bool {
        switch form {
        case .text, .idOrName, .host, .fragment, .idOrFragment: true
        case .words: order?.contains(".is_") != true
        case .integer, .flag, .date, .hex: false
        }
    }

    package func condition(for match: ListMatch) -> String { condition }

    package static var joint: JointFilters<Self>? { nil }
}

package enum ListForm: Sendable {
    case integer
    case text
    /// A number is an id, anything else a name.
    case idOrName
    /// A text that may be the name of a host, which is kept in ASCII.
    case host
    /// A text that is looked for inside others, with or without a sign for it.
    case fragment
    /// An id, or a text that is looked for inside others.
    case idOrFragment
    case flag
    case date
    /// Upper-case hex on the wire, octets in the database.
    case hex
    /// Words of the contract and the words they stand for in the database.
    case words([String: [String]])
}

/// A list as a client asked for it: filters (all have to hold), order and page.
package struct ListQuery<Property: ListProperty>: Sendable {
    package var filters: [Filter] = []
    package var sort: [Sort] = []
    package var page = Page()
    /// The place to begin after, instead of the page's offset.
    package var cursor: ListCursor?
    /// When the question is asked.
    package let now: Date

    package struct Filter: Sendable {
        let property: Property
        /// One of these has to hold.
        let matches: [ListMatch]

        package init(_ property: Property, _ matches: [ListMatch]) {
            self.property = property
            self.matches = matches
        }
    }

    package struct Sort: Sendable {
        let property: Property
        let direction: Direction

        package init(_ property: Property, _ direction: Direction) {
            self.property = property
            self.direction = direction
        }
    }

    package enum Direction: String, Sendable {
        case ascending = "ASC"
        case descending = "DESC"
    }

    package init(now: Date = .distantPast) {
        self.now = now
    }

    /// The order in writing, by which a cursor knows what it is good for.
    package var orderText: String {
        sort.map { ($0.direction == .descending ? "-" : "") + $0.property.rawValue }
            .joined(separator: ",")
    }
}

package struct Page: Equatable, Sendable {
    package static let limitMax = 1000

    package let limit: Int
    package let offset: Int

    package init(limit: Int = limitMax, offset: Int = 0) {
        self.limit = limit
        self.offset = offset
    }
}

package enum ListMatch: Equatable, Sendable {
    case equals(SQLValue)
    case above(SQLValue)
    case below(SQLValue)
    /// Both ends belong to it.
    case between(SQLValue, SQLValue)
    case contains(String)
}

/// One page of a list and the number of rows in all of it.
package struct Listed<Element: Sendable>: Sendable {
    package let elements: [Element]
    package let total: Int
    /// Where the next page begins; absent where this is the last one.
    package let next: ListCursor?

    package func map<Other>(_ transform: (Element) throws -> Other) rethrows -> Listed<Other> {
        Listed<Other>(elements: try elements.map(transform), total: total, next: next)
    }
}
