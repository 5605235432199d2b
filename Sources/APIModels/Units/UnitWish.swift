/// Units of one product, to be bought.
public struct UnitWish: Codable, Equatable, Sendable {
    @LenientText public var productNameID: String?
    @LenientNumber public var units: Int?

    public init(productNameID: String? = nil, units: Int? = nil) {
        self.productNameID = productNameID
        self.units = units
    }

    enum CodingKeys: String, CodingKey {
        case productNameID = "product_name_id"
        case units
    }
}
