import APIModels

// Members of bodies are described in the form that clients should write. That more is taken is
// said once, in the description of all.

extension LenientMember where Self: SchemaLeaf {
    static var sample: Self { Self(wrappedValue: nil) }
}

extension LenientText: SchemaLeaf {
    static func schema(in book: SchemaBook) -> Schema { .text }
}

extension LenientNumber: SchemaLeaf {
    static func schema(in book: SchemaBook) -> Schema { .integer(minimum: nil) }
}

extension LenientID: SchemaLeaf {
    static func schema(in book: SchemaBook) -> Schema { .integer(minimum: nil) }
}

extension LenientAmount: SchemaLeaf {
    static func schema(in book: SchemaBook) -> Schema { .number }
}

extension LenientFlag: SchemaLeaf {
    static func schema(in book: SchemaBook) -> Schema { .flag }
}

extension LenientChoice: SchemaLeaf {
    static func schema(in book: SchemaBook) -> Schema { .words(Known.allCases.map(\.rawValue)) }
}

extension LenientList: SchemaLeaf {
    static func schema(in book: SchemaBook) -> Schema { .list(book.schema(of: Element.self)) }
}

extension LenientObject: SchemaLeaf {
    static func schema(in book: SchemaBook) -> Schema { book.schema(of: Value.self) }
}
