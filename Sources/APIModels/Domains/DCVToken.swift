/// A random value and where it is looked for.
public struct DCVToken: Codable, Equatable, Sendable {
    public var token: String
    public var status: Open<DCVTokenStatus>
    public var expirationDate: Timestamp
    /// What a CNAME record points to.
    public var verificationValue: String?
    public var httpTokenURL: String?

    public init(
        token: String, status: Open<DCVTokenStatus>, expirationDate: Timestamp,
        verificationValue: String? = nil, httpTokenURL: String? = nil
    ) {
        self.token = token
        self.status = status
        self.expirationDate = expirationDate
        self.verificationValue = verificationValue
        self.httpTokenURL = httpTokenURL
    }

    enum CodingKeys: String, CodingKey {
        case token, status
        case expirationDate = "expiration_date"
        case verificationValue = "verification_value"
        case httpTokenURL = "http_token_url"
    }
}
