extension EndpointCatalog {
    static let control: [Operation] = [
        Endpoint.checkControl.operation,
        Endpoint.changeControlMethod.operation,
        Endpoint.renewControlValue.operation,
        Endpoint.resendControlEmails.operation,
        Endpoint.resendOrderApproval.operation,
        Endpoint.approveDomain.operation,
    ]
}

extension Endpoint where Body == CheckControl, Answer == ControlResult {
    public static var checkControl: Self {
        Self(
            .put, "/order/certificate/{order_id}/check-dcv",
            "Check the proofs that an order waits for")
    }
}

extension Endpoint where Body == ChangeControlMethod, Answer == ControlValue {
    /// Nothing is answered where the method works without a value.
    public static var changeControlMethod: Self {
        Self(
            .put, "/order/certificate/{order_id}/dcv-method",
            "Change how control over an order's names is proved", orEmpty: 204)
    }
}

extension Endpoint where Body == NoBody, Answer == ControlValue {
    public static var renewControlValue: Self {
        Self(
            .put, "/order/certificate/{order_id}/dcv-random-value",
            "Renew the value that an order's names are to show")
    }
}

extension Endpoint where Body == ResendControlEmails, Answer == NoAnswer {
    public static var resendControlEmails: Self {
        Self(
            .put, "/order/certificate/{order_id}/resend-emails",
            "Send the mails that ask for proof of an order's names again", success: 204)
    }
}

extension Endpoint where Body == ResendOrderApproval, Answer == NoAnswer {
    public static var resendOrderApproval: Self {
        Self(
            .put, "/order/certificate/{order_id}/order-approval/resend-emails",
            "Ask the contacts of an order for their approval again", success: 204)
    }
}

extension Endpoint where Body == NoBody, Answer == CheckOutcome {
    /// By the token out of the mail.
    public static var approveDomain: Self {
        Self(.put, "/domain/dcv/email/token/{token}", "Approve a domain with the token of a mail")
    }
}
