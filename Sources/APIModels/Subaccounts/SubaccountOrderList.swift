/// The orders of subaccounts on one page.
public struct SubaccountOrderList: Codable, Equatable, Sendable {
    public var orders: [SubaccountOrder]
    public var page: Page

    public init(orders: [SubaccountOrder], page: Page) {
        self.orders = orders
        self.page = page
    }

    enum CodingKeys: String, CodingKey {
        case orders, page
    }
}
