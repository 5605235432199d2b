/// The price of an order of so many years, to be set.
public struct PriceToSet: Codable, Equatable, Sendable {
    @LenientNumber public var lifetime: Int?
    @LenientAmount public var cost: Double?
    @LenientAmount public var additionalFQDNCost: Double?
    @LenientAmount public var additionalWildcardCost: Double?

    public init(
        lifetime: Int? = nil, cost: Double? = nil, additionalFQDNCost: Double? = nil,
        additionalWildcardCost: Double? = nil
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
