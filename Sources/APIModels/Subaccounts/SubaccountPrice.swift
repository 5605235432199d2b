/// The price of an order of so many years, as a subaccount pays it.
public struct SubaccountPrice: Codable, Equatable, Sendable {
    public var lifetime: Int
    public var cost: Double
    public var additionalFQDNCost: Double
    public var additionalWildcardCost: Double

    public init(
        lifetime: Int, cost: Double, additionalFQDNCost: Double, additionalWildcardCost: Double
    ) {
        self.lifetime = lifetime
        self.cost = cost
        self.additionalFQDNCost = additionalFQDNCost
        self.additionalWildcardCost = additionalWildcardCost
    }

    enum CodingKeys: String, CodingKey {
        case lifetime, cost
        case additionalFQDNCost = "additional_fqdn_cost"
        case additionalWildcardCost = "additional_wildcard_cost"
    }
}
