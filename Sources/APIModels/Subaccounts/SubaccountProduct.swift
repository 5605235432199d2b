/// One product of a subaccount with its prices or its units.
public struct SubaccountProduct: Codable, Equatable, Sendable {
    public var productNameID: String
    public var productName: String
    public var prices: [SubaccountPrice]?
    public var unit: UnitStanding?

    public init(
        productNameID: String, productName: String, prices: [SubaccountPrice]? = nil,
        unit: UnitStanding? = nil
    ) {
        self.productNameID = productNameID
        self.productName = productName
        self.prices = prices
        self.unit = unit
    }

    enum CodingKeys: String, CodingKey {
        case productNameID = "product_name_id"
        case productName = "product_name"
        case prices, unit
    }
}
