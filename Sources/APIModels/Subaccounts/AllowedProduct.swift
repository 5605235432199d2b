/// A product that may be ordered.
public struct AllowedProduct: Codable, Equatable, Sendable {
    public var productNameID: String

    public init(productNameID: String) {
        self.productNameID = productNameID
    }

    enum CodingKeys: String, CodingKey {
        case productNameID = "product_name_id"
    }
}
