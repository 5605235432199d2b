/// An amount of money as clients send it: a number, also quoted; `""`, `null` and `{}` are none.
@propertyWrapper
public struct LenientAmount: LenientMember, Equatable, Sendable {
    public var wrappedValue: Double?

    public init(wrappedValue: Double?) {
        self.wrappedValue = wrappedValue
    }

    public init(from decoder: any Decoder) throws {
        let single = try decoder.singleValueContainer()
        if let number = try? single.decode(Double.self) {
            wrappedValue = number
        } else if let text = try? single.decode(String.self),
            let number = Double(text.trimmingBlanks())
        {
            wrappedValue = number
        } else if try decoder.isEmptyValue() {
            wrappedValue = nil
        } else {
            throw DecodingError.mismatch(Double.self, at: decoder)
        }
    }
}
