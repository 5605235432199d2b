/// The address that a token was mailed to; it may stand in the query instead.
public struct ValidateEmail: Codable, Equatable, Sendable {
    @LenientText public var email: String?

    public init(email: String? = nil) {
        self.email = email
    }

    enum CodingKeys: String, CodingKey {
        case email
    }
}
