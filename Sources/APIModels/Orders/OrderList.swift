/// The orders on one page.
public struct OrderList: Codable, Equatable, Sendable {
    public var orders: [OrderSummary]
    public var page: Page

    public init(orders: [OrderSummary], page: Page) {
        self.orders = orders
        self.page = page
    }

    enum CodingKeys: String, CodingKey {
        case orders, page
    }
}
