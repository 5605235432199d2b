/// Whether guests may see an order: 0 or 1.
public struct SetGuestAccess: Codable, Equatable, Sendable {
    @LenientNumber public var enableGuestAccess: Int?

    public init(enableGuestAccess: Int? = nil) {
        self.enableGuestAccess = enableGuestAccess
    }

    enum CodingKeys: String, CodingKey {
        case enableGuestAccess = "enable_guest_access"
    }
}
