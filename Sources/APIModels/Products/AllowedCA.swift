/// An issuing certificate a product may be ordered from, and those above it.
public struct AllowedCA: Codable, Equatable, Sendable {
    public var id: String
    public var name: String
    public var chain: [CAReference]?

    public init(id: String, name: String, chain: [CAReference]? = nil) {
        self.id = id
        self.name = name
        self.chain = chain
    }

    enum CodingKeys: String, CodingKey {
        case id, name
        case chain = "chain_info"
    }
}
