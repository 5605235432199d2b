/// What a container's users may order.
public struct ContainerLimits: Codable, Equatable, Sendable {
    public var isLimited: Bool
    public var limitedContainerIDs: [Int]?
    public var productLimits: [ProductLimit]?

    public init(
        isLimited: Bool, limitedContainerIDs: [Int]? = nil, productLimits: [ProductLimit]? = nil
    ) {
        self.isLimited = isLimited
        self.limitedContainerIDs = limitedContainerIDs
        self.productLimits = productLimits
    }

    enum CodingKeys: String, CodingKey {
        case isLimited = "is_limited"
        case limitedContainerIDs = "limited_container_ids"
        case productLimits = "product_limits"
    }
}
