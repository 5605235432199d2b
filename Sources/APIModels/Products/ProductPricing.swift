/// The price list of an account.
public struct ProductPricing: Codable, Equatable, Sendable {
    public var standardPrices: [ProductPrices]

    public init(standardPrices: [ProductPrices]) {
        self.standardPrices = standardPrices
    }

    enum CodingKeys: String, CodingKey {
        case standardPrices = "standard_prices"
    }
}
