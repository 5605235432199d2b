/// A domain of a new order, and how to show control over it.
public struct OrderDomain: Codable, Equatable, Sendable {
    public var id: Int
    public var name: String
    public var dcvToken: DCVToken?

    public init(id: Int, name: String, dcvToken: DCVToken? = nil) {
        self.id = id
        self.name = name
        self.dcvToken = dcvToken
    }

    enum CodingKeys: String, CodingKey {
        case id, name
        case dcvToken = "dcv_token"
    }
}
