/// Whether an account admits guests, and where they come in.
public struct GuestAccess: Codable, Equatable, Sendable {
    public var enabled: Bool
    public var guestAccessURL: String?

    public init(enabled: Bool, guestAccessURL: String? = nil) {
        self.enabled = enabled
        self.guestAccessURL = guestAccessURL
    }

    enum CodingKeys: String, CodingKey {
        case enabled
        case guestAccessURL = "guest_access_url"
    }
}
