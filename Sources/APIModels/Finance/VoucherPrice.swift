/// What vouchers of one kind cost.
public struct VoucherPrice: Codable, Equatable, Sendable {
    public var productNameID: String
    public var fqdnCount: Int?
    public var wildcardCount: Int?
    public var validityYears: Int?
    public var validityDays: Int?
    public var quantity: Int
    /// Of all of them.
    public var cost: Double

    public init(
        productNameID: String, fqdnCount: Int? = nil, wildcardCount: Int? = nil,
        validityYears: Int? = nil, validityDays: Int? = nil, quantity: Int, cost: Double
    ) {
        self.productNameID = productNameID
        self.fqdnCount = fqdnCount
        self.wildcardCount = wildcardCount
        self.validityYears = validityYears
        self.validityDays = validityDays
        self.quantity = quantity
        self.cost = cost
    }

    enum CodingKeys: String, CodingKey {
        case productNameID = "product_name_id"
        case fqdnCount = "no_of_fqdns"
        case wildcardCount = "no_of_wildcards"
        case validityYears = "validity_years"
        case validityDays = "validity_days"
        case quantity, cost
    }
}
