/// An object as clients send it: `null`, `""` and `[]` are none.
@propertyWrapper
public struct LenientObject<Value>: LenientMember, Equatable, Sendable
where Value: Codable & Equatable & Sendable {
    public var wrappedValue: Value?

    public init(wrappedValue: Value?) {
        self.wrappedValue = wrappedValue
    }

    public init(from decoder: any Decoder) throws {
        wrappedValue = try decoder.isEmptyValue() ? nil : Value(from: decoder)
    }
}
