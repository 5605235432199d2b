extension EndpointCatalog {
    static let finance: [Operation] = [
        Endpoint.priceOrder.operation,
        Endpoint.showReceipt.operation,
        Endpoint.showBalance.operation,
        Endpoint.listBalanceHistory.operation,
        Endpoint.priceVouchers.operation,
        Endpoint.showSubaccountBalance.operation,
        Endpoint.adjustSubaccountBalance.operation,
    ]
}

extension Endpoint where Body == PriceOrder, Answer == OrderEstimate {
    public static var priceOrder: Self {
        Self(.post, "/finance/order-pricing", "Estimate the price of an order")
    }
}

extension Endpoint where Body == NoBody, Answer == ReceiptDetails {
    public static var showReceipt: Self {
        Self(.get, "/finance/receipt/{receipt_id}", "Show a receipt")
    }
}

extension Endpoint where Body == NoBody, Answer == AccountBalance {
    public static var showBalance: Self { Self(.get, "/finance/balance", "Show the balance") }
}

extension Endpoint where Body == NoBody, Answer == SubaccountBalance {
    public static var showSubaccountBalance: Self {
        Self(
            .get, "/account/subaccount/{subaccount_id}/balance", "Show the balance of a subaccount")
    }
}

extension Endpoint where Body == AdjustBalance, Answer == NoAnswer {
    public static var adjustSubaccountBalance: Self {
        Self(
            .put, "/account/subaccount/{subaccount_id}/balance",
            "Adjust the balance of a subaccount", success: 204, addsUp: true)
    }
}

extension Endpoint where Body == NoBody, Answer == BalanceHistory {
    public static var listBalanceHistory: Self {
        Self(.get, "/finance/balance-history", "List the movements of the balance")
    }
}

extension Endpoint where Body == PriceVouchers, Answer == VoucherEstimate {
    public static var priceVouchers: Self {
        Self(.post, "/finance/voucher-pricing", "Estimate the price of vouchers")
    }
}
