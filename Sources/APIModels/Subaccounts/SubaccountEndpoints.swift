extension EndpointCatalog {
    static let subaccounts: [Signature] = [
        Endpoint.createSubaccount.signature,
        Endpoint.listSubaccounts.signature,
        Endpoint.showSubaccount.signature,
        Endpoint.listSubaccountOrders.signature,
        Endpoint.showSubaccountOrder.signature,
        Endpoint.showSubaccountLimits.signature,
        Endpoint.showSubaccountProducts.signature,
        Endpoint.setSubaccountProducts.signature,
    ]
}

extension Endpoint where Body == CreateSubaccount, Answer == SubaccountReceipt {
    public static var createSubaccount: Self { Self(.post, "/account", success: 201) }
}

extension Endpoint where Body == NoBody, Answer == SubaccountList {
    public static var listSubaccounts: Self { Self(.get, "/account/subaccount") }
}

extension Endpoint where Body == NoBody, Answer == SubaccountDetails {
    public static var showSubaccount: Self { Self(.get, "/account/subaccount/{subaccount_id}") }
}

extension Endpoint where Body == NoBody, Answer == SubaccountOrderList {
    public static var listSubaccountOrders: Self { Self(.get, "/account/subaccount/order") }
}

extension Endpoint where Body == NoBody, Answer == SubaccountOrder {
    public static var showSubaccountOrder: Self {
        Self(.get, "/account/subaccount/order/{order_id}")
    }
}

extension Endpoint where Body == NoBody, Answer == SubaccountLimits {
    public static var showSubaccountLimits: Self {
        Self(.get, "/account/subaccount/{subaccount_id}/product-limits")
    }
}

extension Endpoint where Body == NoBody, Answer == SubaccountProducts {
    public static var showSubaccountProducts: Self {
        Self(.get, "/account/subaccount/{subaccount_id}/products")
    }
}

extension Endpoint where Body == SetSubaccountProducts, Answer == NoAnswer {
    public static var setSubaccountProducts: Self {
        Self(.put, "/account/subaccount/{subaccount_id}/products", success: 204)
    }
}
