/// What an order would cost.
public struct OrderEstimate: Codable, Equatable, Sendable {
    public var basePrice: Double
    public var totalPrice: Double
    public var addonsPrice: Double
    public var sanPackagePrice: Double
    public var benefitsDiscountTotal: Double
    public var fqdns: NamePrice
    public var wildcards: NamePrice
    public var balance: Double
    public var currency: String
    public var tax: String
    public var taxError: Bool

    public init(
        basePrice: Double, totalPrice: Double, addonsPrice: Double, sanPackagePrice: Double,
        benefitsDiscountTotal: Double, fqdns: NamePrice, wildcards: NamePrice, balance: Double,
        currency: String, tax: String, taxError: Bool
    ) {
        self.basePrice = basePrice
        self.totalPrice = totalPrice
        self.addonsPrice = addonsPrice
        self.sanPackagePrice = sanPackagePrice
        self.benefitsDiscountTotal = benefitsDiscountTotal
        self.fqdns = fqdns
        self.wildcards = wildcards
        self.balance = balance
        self.currency = currency
        self.tax = tax
        self.taxError = taxError
    }

    enum CodingKeys: String, CodingKey {
        case basePrice = "base_price"
        case totalPrice = "total_price"
        case addonsPrice = "addons_price"
        case sanPackagePrice = "san_package_price"
        case benefitsDiscountTotal = "benefits_discount_total"
        case fqdns, wildcards, balance, currency, tax
        case taxError = "tax_error"
    }
}
