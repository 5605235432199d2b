/// Whether nobody has a username yet.
public struct UsernameAvailability: Codable, Equatable, Sendable {
    public var available: Bool

    public init(available: Bool) {
        self.available = available
    }

    enum CodingKeys: String, CodingKey {
        case available
    }
}
