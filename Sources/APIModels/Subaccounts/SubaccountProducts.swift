/// What a subaccount may order, and for how much.
public struct SubaccountProducts: Codable, Equatable, Sendable {
    public var currency: String
    public var pricingMethod: String
    public var balanceNegativeLimit: String
    public var products: [SubaccountProduct]

    public init(
        currency: String, pricingMethod: String, balanceNegativeLimit: String,
        products: [SubaccountProduct]
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
