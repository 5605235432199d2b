/// What an account has to spend. Amounts are texts with two decimals.
public struct AccountBalance: Codable, Equatable, Sendable {
    public var balance: String
    public var currency: String
    public var unpaidInvoiceBalance: String
    public var negativeBalanceLimit: String?
    public var usedCreditFromOtherContainers: String
    public var totalAvailableFunds: String?

    public init(
        balance: String, currency: String, unpaidInvoiceBalance: String,
        negativeBalanceLimit: String? = nil, usedCreditFromOtherContainers: String,
        totalAvailableFunds: String? = nil
    ) {
        self.balance = balance
        self.currency = currency
        self.unpaidInvoiceBalance = unpaidInvoiceBalance
        self.negativeBalanceLimit = negativeBalanceLimit
        self.usedCreditFromOtherContainers = usedCreditFromOtherContainers
        self.totalAvailableFunds = totalAvailableFunds
    }

    enum CodingKeys: String, CodingKey {
        case balance, currency
        case unpaidInvoiceBalance = "unpaid_invoice_balance"
        case negativeBalanceLimit = "negative_balance_limit"
        case usedCreditFromOtherContainers = "used_credit_from_other_containers"
        case totalAvailableFunds = "total_available_funds"
    }
}
