extension EndpointCatalog {
    static let finance: [Signature] = [
        Endpoint.priceOrder.signature,
        Endpoint.showReceipt.signature,
        Endpoint.showBalance.signature,
        Endpoint.showSubaccountBalance.signature,
        Endpoint.adjustSubaccountBalance.signature,
    ]
}

extension Endpoint where Body == PriceOrder, Answer == OrderEstimate {
    public static var priceOrder: Self { Self(.post, "/finance/order-pricing") }
}

extension Endpoint where Body == NoBody, Answer == ReceiptDetails {
    public static var showReceipt: Self { Self(.get, "/finance/receipt/{receipt_id}") }
}

extension Endpoint where Body == NoBody, Answer == AccountBalance {
    public static var showBalance: Self { Self(.get, "/finance/balance") }
}

extension Endpoint where Body == NoBody, Answer == SubaccountBalance {
    public static var showSubaccountBalance: Self {
        Self(.get, "/account/subaccount/{subaccount_id}/balance")
    }
}

extension Endpoint where Body == AdjustBalance, Answer == NoAnswer {
    public static var adjustSubaccountBalance: Self {
        Self(.put, "/account/subaccount/{subaccount_id}/balance", success: 204)
    }
}
