/// What vouchers cost.
public struct VoucherEstimate: Codable, Equatable, Sendable {
    public var voucherPrices: [VoucherPrice]
    public var totalCost: Double
    public var totalTax: Double
    public var totalCostPlusTax: Double
    public var currency: String

    public init(
        voucherPrices: [VoucherPrice], totalCost: Double, totalTax: Double,
        totalCostPlusTax: Double, currency: String
    ) {
        self.voucherPrices = voucherPrices
        self.totalCost = totalCost
        self.totalTax = totalTax
        self.totalCostPlusTax = totalCostPlusTax
        self.currency = currency
    }

    enum CodingKeys: String, CodingKey {
        case voucherPrices = "voucher_prices"
        case totalCost = "total_cost"
        case totalTax = "total_tax"
        case totalCostPlusTax = "total_cost_plus_tax"
        case currency
    }
}
