extension EndpointCatalog {
    static let vouchers: [Signature] = [
        Endpoint.createVouchers.signature,
        Endpoint.listVouchers.signature,
        Endpoint.showVouchers.signature,
    ]
}

extension Endpoint where Body == CreateVouchers, Answer == VoucherOrder {
    public static var createVouchers: Self { Self(.post, "/voucher", success: 201) }
}

extension Endpoint where Body == NoBody, Answer == VoucherOrderList {
    public static var listVouchers: Self { Self(.get, "/voucher") }
}

extension Endpoint where Body == NoBody, Answer == VoucherOrder {
    public static var showVouchers: Self { Self(.get, "/voucher/{voucher_order_id}") }
}
