/// The vouchers of an account, as they were bought.
public struct VoucherOrderList: Codable, Equatable, Sendable {
    public var voucherOrders: [VoucherOrderSummary]
    public var page: Page

    public init(voucherOrders: [VoucherOrderSummary], page: Page) {
        self.voucherOrders = voucherOrders
        self.page = page
    }

    enum CodingKeys: String, CodingKey {
        case voucherOrders = "voucher_orders"
        case page
    }
}
