/// A new API key, shown here and never again.
public struct KeyReceipt: Codable, Equatable, Sendable {
    public var id: Int
    public var apiKey: String

    public init(id: Int, apiKey: String) {
        self.id = id
        self.apiKey = apiKey
    }

    enum CodingKeys: String, CodingKey {
        case id
        case apiKey = "api_key"
    }
}
