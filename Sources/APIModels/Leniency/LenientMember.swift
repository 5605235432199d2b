/// A member of a body that is read the way clients write it.
///
/// Clients leave members out, send `null`, `""`, `0` or `{}` for "none", quote their numbers and
/// number their strings. A wrapper of this family takes what can only be meant one way and throws
/// `DecodingError.typeMismatch`, with the path of the member, for the rest. In Swift such a member
/// is a plain optional; nothing is written where it is `nil`.
///
/// The wrappers ask for one kind of value after the other. Their `try?` means "not of this kind";
/// where no kind fits, the last branch throws.
public protocol LenientMember: Codable {
    associatedtype Value: Encodable

    var wrappedValue: Value? { get }
    init(wrappedValue: Value?)
}

extension LenientMember {
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(wrappedValue)
    }
}

extension KeyedDecodingContainer {
    /// Chosen over the general `decode` wherever the compiler synthesizes one for such a member.
    public func decode<Member: LenientMember>(
        _ type: Member.Type, forKey key: Key
    ) throws -> Member {
        try decodeIfPresent(type, forKey: key) ?? Member(wrappedValue: nil)
    }
}

extension KeyedEncodingContainer {
    /// Chosen over the general `encode` wherever the compiler synthesizes one for such a member.
    public mutating func encode(_ member: some LenientMember, forKey key: Key) throws {
        if let value = member.wrappedValue {
            try encode(value, forKey: key)
        }
    }
}

extension DecodingError {
    static func mismatch(_ type: any Any.Type, at decoder: any Decoder) -> DecodingError {
        let context = Context(codingPath: decoder.codingPath, debugDescription: "not \(type)")
        return .typeMismatch(type, context)
    }
}

extension Decoder {
    /// Whether the value says nothing: `null`, a blank string, `{}` or `[]`.
    func isEmptyValue() throws -> Bool {
        let single = try singleValueContainer()
        if single.decodeNil() { return true }
        if let text = try? single.decode(String.self) { return text.allSatisfy(\.isWhitespace) }
        if let object = try? container(keyedBy: AnyKey.self) { return object.allKeys.isEmpty }
        if let array = try? unkeyedContainer() { return array.isAtEnd }
        return false
    }
}

/// Any member name, to see whether there is one.
private struct AnyKey: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }

    init(stringValue: String) {
        self.stringValue = stringValue
    }

    init?(intValue: Int) {
        nil
    }
}
