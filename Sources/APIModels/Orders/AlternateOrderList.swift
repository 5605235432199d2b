/// The orders that a client gave the same name.
public struct AlternateOrderList: Codable, Equatable, Sendable {
    public var orders: [StatusChange]
    public var page: Page

    public init(orders: [StatusChange], page: Page) {
        self.orders = orders
        self.page = page
    }

    enum CodingKeys: String, CodingKey {
        case orders, page
    }
}
