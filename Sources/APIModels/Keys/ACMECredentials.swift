/// Credentials for an ACME client. They are shown this once.
public struct ACMECredentials: Codable, Equatable, Sendable {
    public var directoryURL: String
    public var keyID: String
    public var hmacKey: String

    public init(directoryURL: String, keyID: String, hmacKey: String) {
        self.directoryURL = directoryURL
        self.keyID = keyID
        self.hmacKey = hmacKey
    }

    enum CodingKeys: String, CodingKey {
        case directoryURL = "acme_directory_url"
        case keyID = "ext_act_kid"
        case hmacKey = "ext_act_hmac"
    }
}
