/// An order whose status changed, and what it is now.
public struct StatusChange: Codable, Equatable, Sendable {
    public var orderID: Int
    public var certificateID: Int?
    public var status: Open<OrderStatus>

    public init(orderID: Int, certificateID: Int? = nil, status: Open<OrderStatus>) {
        self.orderID = orderID
        self.certificateID = certificateID
        self.status = status
    }

    enum CodingKeys: String, CodingKey {
        case orderID = "order_id"
        case certificateID = "certificate_id"
        case status
    }
}
