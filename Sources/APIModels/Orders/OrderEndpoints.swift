extension EndpointCatalog {
    static let orders: [Operation] = [
        Endpoint.placeOrder.operation,
        Endpoint.listOrders.operation,
        Endpoint.showOrder.operation,
        Endpoint.changeOrderStatus.operation,
        Endpoint.reissueCertificate.operation,
        Endpoint.listReissues.operation,
        Endpoint.duplicateCertificate.operation,
        Endpoint.listDuplicates.operation,
        Endpoint.revokeOrder.operation,
        Endpoint.listStatusChanges.operation,
        Endpoint.showOrderValidation.operation,
        Endpoint.supplyCSR.operation,
        Endpoint.listEmailValidations.operation,
        Endpoint.validateEmail.operation,
        Endpoint.listAlternateOrders.operation,
    ]
}

extension Endpoint where Body == PlaceOrder, Answer == OrderReceipt {
    public static var placeOrder: Self {
        Self(.post, "/order/certificate/{product_name_id}", "Place an order", success: 201)
    }
}

extension Endpoint where Body == NoBody, Answer == OrderList {
    public static var listOrders: Self { Self(.get, "/order/certificate", "List orders") }
}

extension Endpoint where Body == NoBody, Answer == OrderDetails {
    /// The order id may also be a thumbprint or serial number of its primary certificate.
    public static var showOrder: Self {
        Self(.get, "/order/certificate/{order_id}", "Show an order")
    }
}

extension Endpoint where Body == ChangeOrderStatus, Answer == NoAnswer {
    public static var changeOrderStatus: Self {
        Self(
            .put, "/order/certificate/{order_id}/status", "Cancel an order or its reissue",
            success: 204)
    }
}

extension Endpoint where Body == ReissueCertificate, Answer == OrderReceipt {
    public static var reissueCertificate: Self {
        Self(
            .post, "/order/certificate/{order_id}/reissue", "Reissue the certificate of an order",
            success: 201)
    }
}

extension Endpoint where Body == NoBody, Answer == ReissueList {
    public static var listReissues: Self {
        Self(.get, "/order/certificate/{order_id}/reissue", "List the reissues of an order")
    }
}

extension Endpoint where Body == DuplicateCertificate, Answer == OrderReceipt {
    public static var duplicateCertificate: Self {
        Self(
            .post, "/order/certificate/{order_id}/duplicate",
            "Make a duplicate of an order's certificate", success: 201)
    }
}

extension Endpoint where Body == NoBody, Answer == DuplicateList {
    public static var listDuplicates: Self {
        Self(.get, "/order/certificate/{order_id}/duplicate", "List the duplicates of an order")
    }
}

extension Endpoint where Body == RevokeCertificate, Answer == RequestReceipt {
    /// Nothing is answered where the approval was skipped.
    public static var revokeOrder: Self {
        Self(
            .put, "/order/certificate/{order_id}/revoke", "Revoke all certificates of an order",
            success: 201, orEmpty: 204)
    }
}

extension Endpoint where Body == NoBody, Answer == StatusChangeList {
    public static var listStatusChanges: Self {
        Self(.get, "/order/certificate/status-changes", "List the orders that changed")
    }
}

extension Endpoint where Body == NoBody, Answer == OrderValidation {
    public static var showOrderValidation: Self {
        Self(
            .get, "/order/certificate/{order_id}/validation",
            "Show what an order's validation waits for")
    }
}

extension Endpoint where Body == SupplyCSR, Answer == NoAnswer {
    public static var supplyCSR: Self {
        Self(.post, "/order/certificate/{order_id}/csr", "Supply the CSR of an order", success: 204)
    }
}

extension Endpoint where Body == NoBody, Answer == EmailValidationList {
    public static var listEmailValidations: Self {
        Self(
            .get, "/order/certificate/{order_id}/email-validation",
            "List the mailboxes that an order proves")
    }
}

extension Endpoint where Body == ValidateEmail, Answer == NoAnswer {
    /// By the token out of the mail.
    public static var validateEmail: Self {
        Self(
            .put, "/email-validation/{token}", "Validate a mailbox with the token of a mail",
            success: 204)
    }
}

extension Endpoint where Body == NoBody, Answer == AlternateOrderList {
    public static var listAlternateOrders: Self {
        Self(.get, "/order/alternate/{alternative_order_id}", "Find orders by the client's name")
    }
}
