/// Buys vouchers.
public struct CreateVouchers: Codable, Equatable, Sendable {
    @LenientText public var name: String?
    @LenientText public var notes: String?
    @LenientList public var vouchers: [VoucherWish]?
    @LenientChoice public var paymentMethod: Open<PaymentMethod>?

    public init(
        name: String? = nil, notes: String? = nil, vouchers: [VoucherWish]? = nil,
        paymentMethod: Open<PaymentMethod>? = nil
    ) {
        self.name = name
        self.notes = notes
        self.vouchers = vouchers
        self.paymentMethod = paymentMethod
    }

    enum CodingKeys: String, CodingKey {
        case name, notes, vouchers
        case paymentMethod = "payment_method"
    }
}
