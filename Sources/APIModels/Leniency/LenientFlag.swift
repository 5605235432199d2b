/// A flag as clients send it: `true`, `1`, `"1"`, `"True"` and their opposites; `""` and `null`
/// are none.
@propertyWrapper
public struct LenientFlag: LenientMember, Equatable, Sendable {
    public var wrappedValue: Bool?

    public init(wrappedValue: Bool?) {
        self.wrappedValue = wrappedValue
    }

    public init(from decoder: any Decoder) throws {
        let single = try decoder.singleValueContainer()
        if let flag = try? single.decode(Bool.self) {
            wrappedValue = flag
        } else if let number = try? single.decode(Int.self), (0...1).contains(number) {
            wrappedValue = number == 1
        } else if let text = try? single.decode(String.self),
            let flag = Self.words[text.trimmingBlanks().lowercased()]
        {
            wrappedValue = flag
        } else if try decoder.isEmptyValue() {
            wrappedValue = nil
        } else {
            throw DecodingError.mismatch(Bool.self, at: decoder)
        }
    }

    private static let words = ["0": false, "1": true, "false": false, "true": true]
}
