package import Foundation
package import OrderCore

/// A bound parameter.
package enum SQLValue: Equatable, Sendable {
    case null
    case integer(Int64)
    case text(String)
    case bytes([UInt8])

    package static func id<Entity>(_ id: ID<Entity>) -> Self { .integer(id.rawValue) }
    package static func id<Entity>(_ id: ID<Entity>?) -> Self {
        id.map { .integer($0.rawValue) } ?? .null
    }
    package static func int(_ value: Int) -> Self { .integer(Int64(value)) }
    package static func int(_ value: Int?) -> Self { value.map { .integer(Int64($0)) } ?? .null }
    package static func flag(_ value: Bool) -> Self { .integer(value ? 1 : 0) }
    package static func text(_ value: String?) -> Self { value.map { .text($0) } ?? .null }
    package static func date(_ date: Date) -> Self { .integer(date.milliseconds) }
    package static func date(_ date: Date?) -> Self {
        date.map { .integer($0.milliseconds) } ?? .null
    }
    package static func bytes(_ value: [UInt8]?) -> Self { value.map { .bytes($0) } ?? .null }

    /// A list whose elements hold no line break, one a line; an empty one is absent.
    package static func lines(_ list: [String]) -> Self {
        list.isEmpty ? .null : .text(list.joined(separator: "\n"))
    }
}

extension Date {
    /// Milliseconds since 1970: how every time is stored.
    package var milliseconds: Int64 { Int64((timeIntervalSince1970 * 1000).rounded()) }

    package init(milliseconds: Int64) {
        self.init(timeIntervalSince1970: Double(milliseconds) / 1000)
    }
}
