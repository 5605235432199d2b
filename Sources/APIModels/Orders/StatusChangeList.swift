/// Orders whose status changed lately; without any, an empty object.
public struct StatusChangeList: Codable, Equatable, Sendable {
    public var orders: [StatusChange]?

    public init(orders: [StatusChange]? = nil) {
        self.orders = orders
    }

    enum CodingKeys: String, CodingKey {
        case orders
    }
}
