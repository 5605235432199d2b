/// One movement of the balance.
public struct BalanceAdjustment: Codable, Equatable, Sendable {
    public var id: String
    public var container: ContainerSummary
    /// Money in.
    public var credit: String?
    /// Money out.
    public var debit: String?
    public var transactionType: String
    /// `0` where there is none.
    public var receiptID: String
    public var transactionDate: SpacedTimestamp
    public var balanceAfter: String
    public var currency: String?
    public var orderID: String?
    public var expirationDate: String?
    public var note: String?

    public init(
        id: String, container: ContainerSummary, credit: String? = nil, debit: String? = nil,
        transactionType: String, receiptID: String, transactionDate: SpacedTimestamp,
        balanceAfter: String, currency: String? = nil, orderID: String? = nil,
        expirationDate: String? = nil, note: String? = nil
    ) {
        self.id = id
        self.container = container
        self.credit = credit
        self.debit = debit
        self.transactionType = transactionType
        self.receiptID = receiptID
        self.transactionDate = transactionDate
        self.balanceAfter = balanceAfter
        self.currency = currency
        self.orderID = orderID
        self.expirationDate = expirationDate
        self.note = note
    }

    enum CodingKeys: String, CodingKey {
        case id, container, credit, debit
        case transactionType = "transaction_type"
        case receiptID = "receipt_id"
        case transactionDate = "transaction_date"
        case balanceAfter = "balance_after"
        case currency
        case orderID = "order_id"
        case expirationDate = "expiration_date"
        case note
    }
}
