/// The products that may be ordered.
public struct ProductList: Codable, Equatable, Sendable {
    public var products: [ProductDetails]

    public init(products: [ProductDetails]) {
        self.products = products
    }

    enum CodingKeys: String, CodingKey {
        case products
    }
}
