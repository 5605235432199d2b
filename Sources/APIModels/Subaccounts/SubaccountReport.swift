/// What a subaccount has spent. Empty as long as it has no order.
public struct SubaccountReport: Codable, Equatable, Sendable {
    /// What it paid itself.
    public var subaccountPrice: OrderPrice?
    /// What was charged to the account above.
    public var orderPrice: OrderPrice?

    public init(subaccountPrice: OrderPrice? = nil, orderPrice: OrderPrice? = nil) {
        self.subaccountPrice = subaccountPrice
        self.orderPrice = orderPrice
    }

    enum CodingKeys: String, CodingKey {
        case subaccountPrice = "subaccount_price"
        case orderPrice = "order_price"
    }
}
