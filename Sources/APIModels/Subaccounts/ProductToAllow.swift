/// A product that a subaccount may order from now on.
public struct ProductToAllow: Codable, Equatable, Sendable {
    @LenientText public var productNameID: String?
    @LenientList public var prices: [PriceToSet]?

    public init(productNameID: String? = nil, prices: [PriceToSet]? = nil) {
        self.productNameID = productNameID
        self.prices = prices
    }

    enum CodingKeys: String, CodingKey {
        case productNameID = "product_name_id"
        case prices
    }
}
