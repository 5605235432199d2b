/// The id of a new subaccount.
///
/// A managed one gets its key here, and never again.
public struct SubaccountReceipt: Codable, Equatable, Sendable {
    public var id: Int
    public var apiKey: String?

    public init(id: Int, apiKey: String? = nil) {
        self.id = id
        self.apiKey = apiKey
    }

    enum CodingKeys: String, CodingKey {
        case id
        case apiKey = "api_key"
    }
}
