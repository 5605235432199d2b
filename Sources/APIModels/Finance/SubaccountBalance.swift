/// What a subaccount has to spend.
public struct SubaccountBalance: Codable, Equatable, Sendable {
    public var amount: Double
    public var currency: String

    public init(amount: Double, currency: String) {
        self.amount = amount
        self.currency = currency
    }

    enum CodingKeys: String, CodingKey {
        case amount, currency
    }
}
