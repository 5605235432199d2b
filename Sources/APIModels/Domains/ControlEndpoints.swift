extension EndpointCatalog {
    static let control: [Signature] = [
        Endpoint.checkControl.signature,
        Endpoint.changeControlMethod.signature,
        Endpoint.renewControlValue.signature,
        Endpoint.resendControlEmails.signature,
        Endpoint.resendOrderApproval.signature,
        Endpoint.approveDomain.signature,
    ]
}

extension Endpoint where Body == CheckControl, Answer == ControlResult {
    public static var checkControl: Self { Self(.put, "/order/certificate/{order_id}/check-dcv") }
}

extension Endpoint where Body == ChangeControlMethod, Answer == ControlValue {
    /// Nothing is answered where the method works without a value.
    public static var changeControlMethod: Self {
        Self(.put, "/order/certificate/{order_id}/dcv-method", orEmpty: 204)
    }
}

extension Endpoint where Body == NoBody, Answer == ControlValue {
    public static var renewControlValue: Self {
        Self(.put, "/order/certificate/{order_id}/dcv-random-value")
    }
}

extension Endpoint where Body == ResendControlEmails, Answer == NoAnswer {
    public static var resendControlEmails: Self {
        Self(.put, "/order/certificate/{order_id}/resend-emails", success: 204)
    }
}

extension Endpoint where Body == ResendOrderApproval, Answer == NoAnswer {
    public static var resendOrderApproval: Self {
        Self(
            .put, "/order/certificate/{order_id}/order-approval/resend-emails", success: 204)
    }
}

extension Endpoint where Body == NoBody, Answer == CheckOutcome {
    /// By the token out of the mail.
    public static var approveDomain: Self { Self(.put, "/domain/dcv/email/token/{token}") }
}
