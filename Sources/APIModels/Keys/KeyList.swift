/// API keys and ACME credentials. The secrets themselves are not stored.
public struct KeyList: Codable, Equatable, Sendable {
    public var keys: [KeyDetails]

    public init(keys: [KeyDetails]) {
        self.keys = keys
    }

    enum CodingKeys: String, CodingKey {
        case keys = "api_keys"
    }
}
