/// A whole number as clients send it: also quoted, also `true` for 1; `""`, `null` and `{}` are
/// none, but `0` is a number.
@propertyWrapper
public struct LenientNumber: LenientMember, Equatable, Sendable {
    public var wrappedValue: Int?

    public init(wrappedValue: Int?) {
        self.wrappedValue = wrappedValue
    }

    public init(from decoder: any Decoder) throws {
        let single = try decoder.singleValueContainer()
        if let number = try? single.decode(Int.self) {
            wrappedValue = number
        } else if let flag = try? single.decode(Bool.self) {
            wrappedValue = flag ? 1 : 0
        } else if let text = try? single.decode(String.self),
            let number = Int(text.trimmingBlanks())
        {
            wrappedValue = number
        } else if try decoder.isEmptyValue() {
            wrappedValue = nil
        } else {
            throw DecodingError.mismatch(Int.self, at: decoder)
        }
    }
}
