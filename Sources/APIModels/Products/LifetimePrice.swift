/// The price of an order of so many years.
public struct LifetimePrice: Codable, Equatable, Sendable {
    public var lifetime: Int
    public var cost: Double
    public var additionalNameCost: Double?
    public var additionalWildcardCost: Double?
    public var currency: String

    public init(
        lifetime: Int, cost: Double, additionalNameCost: Double? = nil,
        additionalWildcardCost: Double? = nil, currency: String
    ) {
        self.lifetime = lifetime
        self.cost = cost
        self.additionalNameCost = additionalNameCost
        self.additionalWildcardCost = additionalWildcardCost
        self.currency = currency
    }

    enum CodingKeys: String, CodingKey {
        case lifetime, cost
        case additionalNameCost = "additional_name_cost"
        case additionalWildcardCost = "additional_wildcard_cost"
        case currency
    }
}
