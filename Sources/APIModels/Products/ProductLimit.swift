/// One product that a container's users may order, and how.
public struct ProductLimit: Codable, Equatable, Sendable {
    public var containerID: Int
    /// 0 stands for every role.
    public var roleID: Int
    public var productNameID: String
    public var allowedHashes: [String]?
    public var allowedIntermediates: [String]?
    public var allowedLifetimes: [String]?
    public var allowedOrderLifetimes: [String]?
    public var allowAutoRenew: Bool
    public var allowAutoReissue: Bool
    public var allowedWildcards: Bool

    public init(
        containerID: Int, roleID: Int, productNameID: String, allowedHashes: [String]? = nil,
        allowedIntermediates: [String]? = nil, allowedLifetimes: [String]? = nil,
        allowedOrderLifetimes: [String]? = nil, allowAutoRenew: Bool, allowAutoReissue: Bool,
        allowedWildcards: Bool
    ) {
        self.containerID = containerID
        self.roleID = roleID
        self.productNameID = productNameID
        self.allowedHashes = allowedHashes
        self.allowedIntermediates = allowedIntermediates
        self.allowedLifetimes = allowedLifetimes
        self.allowedOrderLifetimes = allowedOrderLifetimes
        self.allowAutoRenew = allowAutoRenew
        self.allowAutoReissue = allowAutoReissue
        self.allowedWildcards = allowedWildcards
    }

    enum CodingKeys: String, CodingKey {
        case containerID = "container_id"
        case roleID = "role_id"
        case productNameID = "product_name_id"
        case allowedHashes = "allowed_hashes"
        case allowedIntermediates = "allowed_intermediates"
        case allowedLifetimes = "allowed_lifetimes"
        case allowedOrderLifetimes = "allowed_order_lifetimes"
        case allowAutoRenew = "allow_auto_renew"
        case allowAutoReissue = "allow_auto_reissue"
        case allowedWildcards = "allowed_wildcards"
    }
}
