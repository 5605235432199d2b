/// What an order costs.
public struct OrderPrice: Codable, Equatable, Sendable {
    public var cost: Double
    public var currency: String

    public init(cost: Double, currency: String) {
        self.cost = cost
        self.currency = currency
    }

    enum CodingKeys: String, CodingKey {
        case cost, currency
    }
}
