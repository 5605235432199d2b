/// Addresses that are let in.
public struct IPRuleDetails: Codable, Equatable, Sendable {
    public var id: Int
    public var dateCreated: Timestamp
    public var accountID: String
    public var containerID: Int
    /// 0 where the rule is for nobody in particular.
    public var userID: Int
    public var apiKeyID: Int?
    public var ipAddress: String
    public var ipAddressEnd: String
    public var description: String?

    public init(
        id: Int, dateCreated: Timestamp, accountID: String, containerID: Int, userID: Int,
        apiKeyID: Int? = nil, ipAddress: String, ipAddressEnd: String, description: String? = nil
    ) {
        self.id = id
        self.dateCreated = dateCreated
        self.accountID = accountID
        self.containerID = containerID
        self.userID = userID
        self.apiKeyID = apiKeyID
        self.ipAddress = ipAddress
        self.ipAddressEnd = ipAddressEnd
        self.description = description
    }

    enum CodingKeys: String, CodingKey {
        case id
        case dateCreated = "date_created"
        case accountID = "account_id"
        case containerID = "container_id"
        case userID = "user_id"
        case apiKeyID = "api_key_id"
        case ipAddress = "ip_address"
        case ipAddressEnd = "ip_address_end"
        case description
    }
}
