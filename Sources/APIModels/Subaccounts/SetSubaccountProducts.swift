/// Replaces what a subaccount may order, and for how much.
public struct SetSubaccountProducts: Codable, Equatable, Sendable {
    @LenientText public var currency: String?
    @LenientText public var pricingMethod: String?
    @LenientAmount public var balanceNegativeLimit: Double?
    @LenientList public var products: [ProductToAllow]?

    public init(
        currency: String? = nil, pricingMethod: String? = nil, balanceNegativeLimit: Double? = nil,
        products: [ProductToAllow]? = nil
    ) {
        self.currency = currency
        self.pricingMethod = pricingMethod
        self.balanceNegativeLimit = balanceNegativeLimit
        self.products = products
    }

    enum CodingKeys: String, CodingKey {
        case currency
        case pricingMethod = "pricing_method"
        case balanceNegativeLimit = "balance_negative_limit"
        case products
    }
}
