/// A new random value of a domain.
public struct DomainToken: Codable, Equatable, Sendable {
    public var token: String
    public var expirationDate: Timestamp
    public var httpTokenURL: String?
    /// What a CNAME record points to.
    public var verificationValue: String?

    public init(
        token: String, expirationDate: Timestamp, httpTokenURL: String? = nil,
        verificationValue: String? = nil
    ) {
        self.token = token
        self.expirationDate = expirationDate
        self.httpTokenURL = httpTokenURL
        self.verificationValue = verificationValue
    }

    enum CodingKeys: String, CodingKey {
        case token
        case expirationDate = "expiration_date"
        case httpTokenURL = "http_token_url"
        case verificationValue = "verification_value"
    }
}
