/// The products that a subaccount may order.
public struct SubaccountLimits: Codable, Equatable, Sendable {
    public var productLimits: [AllowedProduct]

    public init(productLimits: [AllowedProduct]) {
        self.productLimits = productLimits
    }

    enum CodingKeys: String, CodingKey {
        case productLimits = "product_limits"
    }
}
