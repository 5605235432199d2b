/// Asks what an order would cost.
public struct PriceOrder: Codable, Equatable, Sendable {
    @LenientText public var productNameID: String?
    @LenientObject public var certificate: RequestedCertificate?
    @LenientNumber public var validityYears: Int?
    @LenientObject public var orderValidity: Validity?
    @LenientFlag public var isOutOfContract: Bool?
    @LenientObject public var billingAddress: BillingAddress?
    @LenientText public var renewalOfOrderValidTill: String?

    public init(
        productNameID: String? = nil, certificate: RequestedCertificate? = nil,
        validityYears: Int? = nil, orderValidity: Validity? = nil, isOutOfContract: Bool? = nil,
        billingAddress: BillingAddress? = nil, renewalOfOrderValidTill: String? = nil
    ) {
        self.productNameID = productNameID
        self.certificate = certificate
        self.validityYears = validityYears
        self.orderValidity = orderValidity
        self.isOutOfContract = isOutOfContract
        self.billingAddress = billingAddress
        self.renewalOfOrderValidTill = renewalOfOrderValidTill
    }

    enum CodingKeys: String, CodingKey {
        case productNameID = "product_name_id"
        case certificate
        case validityYears = "validity_years"
        case orderValidity = "order_validity"
        case isOutOfContract = "is_out_of_contract"
        case billingAddress = "billing_address"
        case renewalOfOrderValidTill = "renewal_of_order_valid_till"
    }
}
