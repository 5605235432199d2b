/// An array as clients send it: `null`, `""` and `{}` are none, and so is an empty string or a
/// `null` inside an array of strings. A lone element is an array of one.
@propertyWrapper
public struct LenientList<Element>: LenientMember, Equatable, Sendable
where Element: Codable & Equatable & Sendable {
    public var wrappedValue: [Element]?

    public init(wrappedValue: [Element]?) {
        self.wrappedValue = wrappedValue
    }

    public init(from decoder: any Decoder) throws {
        let single = try decoder.singleValueContainer()
        if Element.self == String.self, let texts = try? single.decode([String?].self) {
            wrappedValue = texts.compactMap { $0 == "" ? nil : $0 } as? [Element]
        } else if Element.self != String.self, let array = try? decoder.unkeyedContainer() {
            wrappedValue = try Self.elements(of: array)
        } else if try decoder.isEmptyValue() {
            wrappedValue = nil
        } else if let lone = try? Element(from: decoder) {
            wrappedValue = [lone]
        } else {
            let expected: any Any.Type = Element.self == String.self ? [String].self : [Any].self
            throw DecodingError.mismatch(expected, at: decoder)
        }
    }

    private static func elements(of array: any UnkeyedDecodingContainer) throws -> [Element] {
        var array = array
        var elements: [Element] = []
        while !array.isAtEnd {
            elements.append(try array.decode(Element.self))
        }
        return elements
    }
}
