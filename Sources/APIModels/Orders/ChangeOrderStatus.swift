/// Cancels what is pending, or marks a migrated order.
public struct ChangeOrderStatus: Codable, Equatable, Sendable {
    @LenientChoice public var status: Open<OrderStatus>?
    @LenientText public var note: String?

    public init(status: Open<OrderStatus>? = nil, note: String? = nil) {
        self.status = status
        self.note = note
    }

    enum CodingKeys: String, CodingKey {
        case status, note
    }
}
