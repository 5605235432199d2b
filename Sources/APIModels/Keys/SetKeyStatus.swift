/// Whether an API key is let in: `active` or `revoked`.
public struct SetKeyStatus: Codable, Equatable, Sendable {
    @LenientText public var status: String?

    public init(status: String? = nil) {
        self.status = status
    }

    enum CodingKeys: String, CodingKey {
        case status
    }
}
