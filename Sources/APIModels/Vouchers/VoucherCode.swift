/// A code that pays for one order.
public struct VoucherCode: Codable, Equatable, Sendable {
    public var id: Int
    public var value: String
    public var product: VoucherProduct
    public var fqdnCount: Int
    public var wildcardCount: Int?
    public var validityYears: Int?
    public var validityDays: Int?
    public var status: String
    /// The order that it paid for.
    public var orderID: Int?

    public init(
        id: Int, value: String, product: VoucherProduct, fqdnCount: Int, wildcardCount: Int? = nil,
        validityYears: Int? = nil, validityDays: Int? = nil, status: String, orderID: Int? = nil
    ) {
        self.id = id
        self.value = value
        self.product = product
        self.fqdnCount = fqdnCount
        self.wildcardCount = wildcardCount
        self.validityYears = validityYears
        self.validityDays = validityDays
        self.status = status
        self.orderID = orderID
    }

    enum CodingKeys: String, CodingKey {
        case id, value, product
        case fqdnCount = "no_of_fqdns"
        case wildcardCount = "no_of_wildcards"
        case validityYears = "validity_years"
        case validityDays = "validity_days"
        case status
        case orderID = "order_id"
    }
}
