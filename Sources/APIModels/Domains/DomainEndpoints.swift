extension EndpointCatalog {
    static let domains: [Signature] = [
        Endpoint.listDomains.signature,
        Endpoint.createDomain.signature,
        Endpoint.changeDomainMethod.signature,
        Endpoint.checkDomain.signature,
        Endpoint.makeDomainToken.signature,
        Endpoint.showDomainEmails.signature,
        Endpoint.resendDomainEmails.signature,
        Endpoint.submitDomain.signature,
        Endpoint.showDomainValidations.signature,
        Endpoint.activateDomain.signature,
        Endpoint.deactivateDomain.signature,
        Endpoint.showDomain.signature,
    ]
}

extension Endpoint where Body == NoBody, Answer == DomainList {
    public static var listDomains: Self { Self(.get, "/domain") }
}

extension Endpoint where Body == CreateDomain, Answer == DomainReceipt {
    public static var createDomain: Self { Self(.post, "/domain", success: 201) }
}

extension Endpoint where Body == NoBody, Answer == DomainDetails {
    public static var showDomain: Self { Self(.get, "/domain/{domain_id}") }
}

extension Endpoint where Body == ChangeDomainMethod, Answer == DomainControlReceipt {
    public static var changeDomainMethod: Self { Self(.put, "/domain/{domain_id}/dcv/method") }
}

extension Endpoint where Body == NoBody, Answer == CheckOutcome {
    public static var checkDomain: Self { Self(.put, "/domain/{domain_id}/dcv/validate-token") }
}

extension Endpoint where Body == NoBody, Answer == DomainToken {
    public static var makeDomainToken: Self { Self(.post, "/domain/{domain_id}/dcv/token") }
}

extension Endpoint where Body == NoBody, Answer == ValidationEmails {
    /// The domain may also be named.
    public static var showDomainEmails: Self { Self(.get, "/domain/{domain_id}/dcv/emails") }
}

extension Endpoint where Body == ResendDomainEmails, Answer == NoAnswer {
    public static var resendDomainEmails: Self {
        Self(.put, "/domain/{domain_id}/dcv/emails", success: 204)
    }
}

extension Endpoint where Body == SubmitDomain, Answer == DomainControlReceipt {
    public static var submitDomain: Self { Self(.post, "/domain/{domain_id}/validation") }
}

extension Endpoint where Body == NoBody, Answer == DomainValidations {
    public static var showDomainValidations: Self { Self(.get, "/domain/{domain_id}/validation") }
}

extension Endpoint where Body == NoBody, Answer == NoAnswer {
    public static var activateDomain: Self {
        Self(.put, "/domain/{domain_id}/activate", success: 204)
    }

    public static var deactivateDomain: Self {
        Self(.put, "/domain/{domain_id}/deactivate", success: 204)
    }
}
