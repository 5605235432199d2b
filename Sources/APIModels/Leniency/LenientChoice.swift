/// A word out of a set as clients send it: in any case; `""`, `null` and `{}` are none.
@propertyWrapper
public struct LenientChoice<Known>: LenientMember, Equatable, Sendable
where
    Known: RawRepresentable & CaseIterable & Hashable & Sendable,
    Known.RawValue == String
{
    public var wrappedValue: Open<Known>?

    public init(wrappedValue: Open<Known>?) {
        self.wrappedValue = wrappedValue
    }

    public init(from decoder: any Decoder) throws {
        wrappedValue = try LenientText(from: decoder).wrappedValue.map(Open.init(lenient:))
    }
}
