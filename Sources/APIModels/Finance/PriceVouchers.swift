/// Vouchers whose price is asked.
public struct PriceVouchers: Codable, Equatable, Sendable {
    @LenientList public var vouchers: [VoucherWish]?
    @LenientObject public var billingAddress: BillingAddress?

    public init(vouchers: [VoucherWish]? = nil, billingAddress: BillingAddress? = nil) {
        self.vouchers = vouchers
        self.billingAddress = billingAddress
    }

    enum CodingKeys: String, CodingKey {
        case vouchers
        case billingAddress = "billing_address"
    }
}
