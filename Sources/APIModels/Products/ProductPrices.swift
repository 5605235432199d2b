/// What one product costs, by how long it lasts.
public struct ProductPrices: Codable, Equatable, Sendable {
    public var groupName: String
    public var nameID: String
    public var name: String
    public var prices: [LifetimePrice]

    public init(groupName: String, nameID: String, name: String, prices: [LifetimePrice]) {
        self.groupName = groupName
        self.nameID = nameID
        self.name = name
        self.prices = prices
    }

    enum CodingKeys: String, CodingKey {
        case groupName = "group_name"
        case nameID = "name_id"
        case name, prices
    }
}
