/// Addresses from which the account is let in, one user of it, or one key.
public struct AddIPRule: Codable, Equatable, Sendable {
    @LenientText public var ipAddress: String?
    /// The last one.
    @LenientText public var ipAddressEnd: String?
    @LenientID public var userID: Int?
    @LenientID public var apiKeyID: Int?
    @LenientText public var description: String?

    public init(
        ipAddress: String? = nil, ipAddressEnd: String? = nil, userID: Int? = nil,
        apiKeyID: Int? = nil, description: String? = nil
    ) {
        self.ipAddress = ipAddress
        self.ipAddressEnd = ipAddressEnd
        self.userID = userID
        self.apiKeyID = apiKeyID
        self.description = description
    }

    enum CodingKeys: String, CodingKey {
        case ipAddress = "ip_address"
        case ipAddressEnd = "ip_address_end"
        case userID = "user_id"
        case apiKeyID = "api_key_id"
        case description
    }
}
