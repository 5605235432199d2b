/// The units that an account bought for its subaccounts.
public struct UnitOrderList: Codable, Equatable, Sendable {
    public var orders: [UnitOrderSummary]
    public var page: Page

    public init(orders: [UnitOrderSummary], page: Page) {
        self.orders = orders
        self.page = page
    }

    enum CodingKeys: String, CodingKey {
        case orders, page
    }
}
