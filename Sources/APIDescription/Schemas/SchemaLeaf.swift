import APIModels

/// A type that is written as something else than an object of its own members.
protocol SchemaLeaf: Decodable {
    static func schema(in book: SchemaBook) -> Schema
    /// Any value, so that what holds one can be made.
    static var sample: Self { get }
}

extension String: SchemaLeaf {
    static func schema(in book: SchemaBook) -> Schema { .text }
    static var sample: String { "" }
}

extension Int: SchemaLeaf {
    static func schema(in book: SchemaBook) -> Schema { .integer(minimum: nil) }
    static var sample: Int { 0 }
}

extension Double: SchemaLeaf {
    static func schema(in book: SchemaBook) -> Schema { .number }
    static var sample: Double { 0 }
}

extension Bool: SchemaLeaf {
    static func schema(in book: SchemaBook) -> Schema { .flag }
    static var sample: Bool { false }
}

extension Array: SchemaLeaf where Element: Decodable {
    static func schema(in book: SchemaBook) -> Schema { .list(book.schema(of: Element.self)) }
    static var sample: [Element] { [] }
}

extension NameMessages: SchemaLeaf {
    static func schema(in book: SchemaBook) -> Schema { .map(.text) }
    static var sample: NameMessages { NameMessages([:]) }
}

extension Timestamp: SchemaLeaf {
    static func schema(in book: SchemaBook) -> Schema { .time }
    static var sample: Timestamp { Timestamp(seconds: 0) }
}

extension SpacedTimestamp: SchemaLeaf {
    static func schema(in book: SchemaBook) -> Schema { .spacedTime }
    static var sample: SpacedTimestamp { SpacedTimestamp(seconds: 0) }
}

extension Day: SchemaLeaf {
    static func schema(in book: SchemaBook) -> Schema { .day }
    static var sample: Day { Day(daysSince1970: 0) }
}

extension Open: SchemaLeaf where Known: CaseIterable {
    static func schema(in book: SchemaBook) -> Schema {
        .growingWords(Known.allCases.map(\.rawValue))
    }

    static var sample: Open { Open("") }
}
