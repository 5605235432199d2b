/// A string as clients send it: also a bare number; `""`, `null` and `{}` are none.
@propertyWrapper
public struct LenientText: LenientMember, Equatable, Sendable {
    public var wrappedValue: String?

    public init(wrappedValue: String?) {
        self.wrappedValue = wrappedValue
    }

    public init(from decoder: any Decoder) throws {
        let single = try decoder.singleValueContainer()
        if let text = try? single.decode(String.self) {
            wrappedValue = text.isEmpty ? nil : text
        } else if let number = try? single.decode(Int.self) {
            wrappedValue = String(number)
        } else if let number = try? single.decode(Double.self) {
            wrappedValue = number.description
        } else if try decoder.isEmptyValue() {
            wrappedValue = nil
        } else {
            throw DecodingError.mismatch(String.self, at: decoder)
        }
    }
}
