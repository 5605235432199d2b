extension EndpointCatalog {
    static let subaccounts: [Operation] = [
        Endpoint.createSubaccount.operation,
        Endpoint.listSubaccounts.operation,
        Endpoint.showSubaccount.operation,
        Endpoint.listSubaccountOrders.operation,
        Endpoint.showSubaccountOrder.operation,
        Endpoint.showSubaccountLimits.operation,
        Endpoint.showSubaccountProducts.operation,
        Endpoint.setSubaccountProducts.operation,
        Endpoint.editSubaccount.operation,
        Endpoint.listSubaccountDomains.operation,
        Endpoint.listSubaccountOrganizations.operation,
        Endpoint.reportSubaccount.operation,
    ]
}

extension Endpoint where Body == CreateSubaccount, Answer == SubaccountReceipt {
    public static var createSubaccount: Self {
        Self(.post, "/account", "Add a subaccount", success: 201)
    }
}

extension Endpoint where Body == NoBody, Answer == SubaccountList {
    public static var listSubaccounts: Self {
        Self(.get, "/account/subaccount", "List subaccounts")
    }
}

extension Endpoint where Body == NoBody, Answer == SubaccountDetails {
    public static var showSubaccount: Self {
        Self(.get, "/account/subaccount/{subaccount_id}", "Show a subaccount")
    }
}

extension Endpoint where Body == NoBody, Answer == SubaccountOrderList {
    public static var listSubaccountOrders: Self {
        Self(.get, "/account/subaccount/order", "List the orders of subaccounts")
    }
}

extension Endpoint where Body == NoBody, Answer == SubaccountOrder {
    public static var showSubaccountOrder: Self {
        Self(.get, "/account/subaccount/order/{order_id}", "Show an order of a subaccount")
    }
}

extension Endpoint where Body == NoBody, Answer == SubaccountLimits {
    public static var showSubaccountLimits: Self {
        Self(
            .get, "/account/subaccount/{subaccount_id}/product-limits",
            "Show which products a subaccount is limited to")
    }
}

extension Endpoint where Body == NoBody, Answer == SubaccountProducts {
    public static var showSubaccountProducts: Self {
        Self(
            .get, "/account/subaccount/{subaccount_id}/products",
            "Show the products and prices of a subaccount")
    }
}

extension Endpoint where Body == SetSubaccountProducts, Answer == NoAnswer {
    public static var setSubaccountProducts: Self {
        Self(
            .put, "/account/subaccount/{subaccount_id}/products",
            "Set the products and prices of a subaccount", success: 204)
    }
}

extension Endpoint where Body == EditSubaccount, Answer == NoAnswer {
    public static var editSubaccount: Self {
        Self(.put, "/account/subaccount/{subaccount_id}", "Edit a subaccount", success: 204)
    }
}

extension Endpoint where Body == NoBody, Answer == SubaccountDomainList {
    public static var listSubaccountDomains: Self {
        Self(
            .get, "/account/subaccount/{subaccount_id}/domain", "List the domains of a subaccount")
    }
}

extension Endpoint where Body == NoBody, Answer == SubaccountOrganizationList {
    public static var listSubaccountOrganizations: Self {
        Self(
            .get, "/account/subaccount/{subaccount_id}/organization",
            "List the organizations of a subaccount")
    }
}

extension Endpoint where Body == NoBody, Answer == SubaccountReport {
    public static var reportSubaccount: Self {
        Self(
            .get, "/account/subaccount/{subaccount_id}/report",
            "Show what a subaccount has spent")
    }
}
