/// Adds to the funds of a subaccount, or takes from them.
public struct AdjustBalance: Codable, Equatable, Sendable {
    @LenientAmount public var amount: Double?
    @LenientText public var transactionType: String?

    public init(amount: Double? = nil, transactionType: String? = nil) {
        self.amount = amount
        self.transactionType = transactionType
    }

    enum CodingKeys: String, CodingKey {
        case amount
        case transactionType = "transaction_type"
    }
}
