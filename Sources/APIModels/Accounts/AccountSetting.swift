/// One setting of an account. What the value holds, its name says.
public struct AccountSetting: Codable, Equatable, Sendable {
    @LenientText public var name: String?
    /// A number, or JSON in a string.
    @LenientText public var value: String?

    public init(name: String? = nil, value: String? = nil) {
        self.name = name
        self.value = value
    }

    enum CodingKeys: String, CodingKey {
        case name, value
    }
}
