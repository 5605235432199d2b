/// Who made a change.
public struct AuditAuthor: Codable, Equatable, Sendable {
    /// `user`, `visitor`, `operator` or `worker`.
    public var type: String
    public var name: String
    public var userID: Int?
    public var apiKeyID: Int?

    public init(type: String, name: String, userID: Int?, apiKeyID: Int?) {
        self.type = type
        self.name = name
        self.userID = userID
        self.apiKeyID = apiKeyID
    }

    enum CodingKeys: String, CodingKey {
        case type, name
        case userID = "user_id"
        case apiKeyID = "api_key_id"
    }
}
