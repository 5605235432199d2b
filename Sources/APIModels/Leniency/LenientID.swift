/// An id as clients send it: a number or a string of digits; `0`, `""`, `null` and `{}` are none.
@propertyWrapper
public struct LenientID: LenientMember, Equatable, Sendable {
    public var wrappedValue: Int?

    public init(wrappedValue: Int?) {
        self.wrappedValue = wrappedValue
    }

    public init(from decoder: any Decoder) throws {
        let number = try LenientNumber(from: decoder).wrappedValue
        wrappedValue = number == 0 ? nil : number
    }
}
