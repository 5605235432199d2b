/// Units of one product.
public struct UnitBundle: Codable, Equatable, Sendable {
    public var productNameID: String
    public var productName: String
    public var units: Int
    public var cost: Double

    public init(productNameID: String, productName: String, units: Int, cost: Double) {
        self.productNameID = productNameID
        self.productName = productName
        self.units = units
        self.cost = cost
    }

    enum CodingKeys: String, CodingKey {
        case productNameID = "product_name_id"
        case productName = "product_name"
        case units, cost
    }
}
