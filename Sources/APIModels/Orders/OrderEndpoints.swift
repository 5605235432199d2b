extension EndpointCatalog {
    static let orders: [Signature] = [
        Endpoint.placeOrder.signature,
        Endpoint.listOrders.signature,
        Endpoint.showOrder.signature,
        Endpoint.changeOrderStatus.signature,
        Endpoint.reissueCertificate.signature,
        Endpoint.listReissues.signature,
        Endpoint.duplicateCertificate.signature,
        Endpoint.listDuplicates.signature,
        Endpoint.revokeOrder.signature,
        Endpoint.listStatusChanges.signature,
        Endpoint.showOrderValidation.signature,
        Endpoint.supplyCSR.signature,
        Endpoint.listEmailValidations.signature,
        Endpoint.validateEmail.signature,
    ]
}

extension Endpoint where Body == PlaceOrder, Answer == OrderReceipt {
    public static var placeOrder: Self {
        Self(.post, "/order/certificate/{product_name_id}", success: 201)
    }
}

extension Endpoint where Body == NoBody, Answer == OrderList {
    public static var listOrders: Self { Self(.get, "/order/certificate") }
}

extension Endpoint where Body == NoBody, Answer == OrderDetails {
    /// The order id may also be a thumbprint or serial number of its primary certificate.
    public static var showOrder: Self { Self(.get, "/order/certificate/{order_id}") }
}

extension Endpoint where Body == ChangeOrderStatus, Answer == NoAnswer {
    public static var changeOrderStatus: Self {
        Self(.put, "/order/certificate/{order_id}/status", success: 204)
    }
}

extension Endpoint where Body == ReissueCertificate, Answer == OrderReceipt {
    public static var reissueCertificate: Self {
        Self(.post, "/order/certificate/{order_id}/reissue", success: 201)
    }
}

extension Endpoint where Body == NoBody, Answer == ReissueList {
    public static var listReissues: Self { Self(.get, "/order/certificate/{order_id}/reissue") }
}

extension Endpoint where Body == DuplicateCertificate, Answer == OrderReceipt {
    public static var duplicateCertificate: Self {
        Self(.post, "/order/certificate/{order_id}/duplicate", success: 201)
    }
}

extension Endpoint where Body == NoBody, Answer == DuplicateList {
    public static var listDuplicates: Self { Self(.get, "/order/certificate/{order_id}/duplicate") }
}

extension Endpoint where Body == RevokeCertificate, Answer == RequestReceipt {
    /// Nothing is answered where the approval was skipped.
    public static var revokeOrder: Self {
        Self(.put, "/order/certificate/{order_id}/revoke", success: 201, orEmpty: 204)
    }
}

extension Endpoint where Body == NoBody, Answer == StatusChangeList {
    public static var listStatusChanges: Self { Self(.get, "/order/certificate/status-changes") }
}

extension Endpoint where Body == NoBody, Answer == OrderValidation {
    public static var showOrderValidation: Self {
        Self(.get, "/order/certificate/{order_id}/validation")
    }
}

extension Endpoint where Body == SupplyCSR, Answer == NoAnswer {
    public static var supplyCSR: Self {
        Self(.post, "/order/certificate/{order_id}/csr", success: 204)
    }
}

extension Endpoint where Body == NoBody, Answer == EmailValidationList {
    public static var listEmailValidations: Self {
        Self(.get, "/order/certificate/{order_id}/email-validation")
    }
}

extension Endpoint where Body == ValidateEmail, Answer == NoAnswer {
    /// By the token out of the mail.
    public static var validateEmail: Self {
        Self(.put, "/email-validation/{token}", success: 204)
    }
}
