extension EndpointCatalog {
    static let vouchers: [Operation] = [
        Endpoint.createVouchers.operation,
        Endpoint.listVouchers.operation,
        Endpoint.showVouchers.operation,
    ]
}

extension Endpoint where Body == CreateVouchers, Answer == VoucherOrder {
    public static var createVouchers: Self { Self(.post, "/voucher", "Buy vouchers", success: 201) }
}

extension Endpoint where Body == NoBody, Answer == VoucherOrderList {
    public static var listVouchers: Self { Self(.get, "/voucher", "List vouchers") }
}

extension Endpoint where Body == NoBody, Answer == VoucherOrder {
    public static var showVouchers: Self {
        Self(.get, "/voucher/{voucher_order_id}", "Show vouchers")
    }
}
