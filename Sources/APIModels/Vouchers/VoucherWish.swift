/// Vouchers of one kind, to be bought.
public struct VoucherWish: Codable, Equatable, Sendable {
    @LenientText public var productNameID: String?
    @LenientNumber public var fqdnCount: Int?
    @LenientNumber public var wildcardCount: Int?
    @LenientNumber public var validityYears: Int?
    @LenientNumber public var validityDays: Int?
    @LenientNumber public var quantity: Int?
    @LenientText public var shippingMethod: String?
    @LenientFlag public var useSANPackage: Bool?

    public init(
        productNameID: String? = nil, fqdnCount: Int? = nil, wildcardCount: Int? = nil,
        validityYears: Int? = nil, validityDays: Int? = nil, quantity: Int? = nil,
        shippingMethod: String? = nil, useSANPackage: Bool? = nil
    ) {
        self.productNameID = productNameID
        self.fqdnCount = fqdnCount
        self.wildcardCount = wildcardCount
        self.validityYears = validityYears
        self.validityDays = validityDays
        self.quantity = quantity
        self.shippingMethod = shippingMethod
        self.useSANPackage = useSANPackage
    }

    enum CodingKeys: String, CodingKey {
        case productNameID = "product_name_id"
        case fqdnCount = "no_of_fqdns"
        case wildcardCount = "no_of_wildcards"
        case validityYears = "validity_years"
        case validityDays = "validity_days"
        case quantity
        case shippingMethod = "shipping_method"
        case useSANPackage = "use_san_package"
    }
}
