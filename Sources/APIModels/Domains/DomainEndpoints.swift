extension EndpointCatalog {
    static let domains: [Operation] = [
        Endpoint.listDomains.operation,
        Endpoint.createDomain.operation,
        Endpoint.changeDomainMethod.operation,
        Endpoint.checkDomain.operation,
        Endpoint.makeDomainToken.operation,
        Endpoint.showDomainEmails.operation,
        Endpoint.resendDomainEmails.operation,
        Endpoint.submitDomain.operation,
        Endpoint.showDomainValidations.operation,
        Endpoint.activateDomain.operation,
        Endpoint.deactivateDomain.operation,
        Endpoint.showDomain.operation,
        Endpoint.deleteDomain.operation,
        Endpoint.listDomainValidationTypes.operation,
        Endpoint.listControlMethods.operation,
        Endpoint.countExpiringDomains.operation,
        Endpoint.setDomainMethod.operation,
        Endpoint.mailDomain.operation,
        Endpoint.startDomainControl.operation,
        Endpoint.checkDomainAlias.operation,
        Endpoint.checkDomainAliasAgain.operation,
    ]
}

extension Endpoint where Body == NoBody, Answer == DomainList {
    public static var listDomains: Self { Self(.get, "/domain", "List domains") }
}

extension Endpoint where Body == CreateDomain, Answer == DomainReceipt {
    public static var createDomain: Self { Self(.post, "/domain", "Add a domain", success: 201) }
}

extension Endpoint where Body == NoBody, Answer == DomainDetails {
    public static var showDomain: Self { Self(.get, "/domain/{domain_id}", "Show a domain") }
}

extension Endpoint where Body == ChangeDomainMethod, Answer == DomainControlReceipt {
    public static var changeDomainMethod: Self {
        Self(.put, "/domain/{domain_id}/dcv/method", "Change how control over a domain is proved")
    }
}

extension Endpoint where Body == NoBody, Answer == CheckOutcome {
    public static var checkDomain: Self {
        Self(.put, "/domain/{domain_id}/dcv/validate-token", "Check the proof of a domain")
    }
}

extension Endpoint where Body == NoBody, Answer == DomainToken {
    public static var makeDomainToken: Self {
        Self(.post, "/domain/{domain_id}/dcv/token", "Make a new value for a domain to show")
    }
}

extension Endpoint where Body == NoBody, Answer == ValidationEmails {
    /// The domain may also be named.
    public static var showDomainEmails: Self {
        Self(.get, "/domain/{domain_id}/dcv/emails", "Show the mailboxes that can prove a domain")
    }
}

extension Endpoint where Body == ResendDomainEmails, Answer == NoAnswer {
    public static var resendDomainEmails: Self {
        Self(
            .put, "/domain/{domain_id}/dcv/emails",
            "Send the mails that ask for proof of a domain again", success: 204)
    }
}

extension Endpoint where Body == SubmitDomain, Answer == DomainControlReceipt {
    public static var submitDomain: Self {
        Self(.post, "/domain/{domain_id}/validation", "Submit a domain for validation")
    }
}

extension Endpoint where Body == NoBody, Answer == DomainValidations {
    public static var showDomainValidations: Self {
        Self(.get, "/domain/{domain_id}/validation", "Show the validations of a domain")
    }
}

extension Endpoint where Body == NoBody, Answer == NoAnswer {
    public static var activateDomain: Self {
        Self(.put, "/domain/{domain_id}/activate", "Activate a domain", success: 204)
    }

    public static var deactivateDomain: Self {
        Self(.put, "/domain/{domain_id}/deactivate", "Deactivate a domain", success: 204)
    }

    public static var deleteDomain: Self {
        Self(.delete, "/domain/{domain_id}", "Delete a domain", success: 204)
    }
}

extension Endpoint where Body == NoBody, Answer == ValidationTypeList {
    public static var listDomainValidationTypes: Self {
        Self(.get, "/domain/validation-type", "List what domains can be validated for")
    }
}

extension Endpoint where Body == NoBody, Answer == ControlMethodList {
    public static var listControlMethods: Self {
        Self(.get, "/domain/dcv/method", "List the ways to prove control over a domain")
    }
}

extension Endpoint where Body == NoBody, Answer == ExpiringDomains {
    public static var countExpiringDomains: Self {
        Self(.get, "/domain/expiration-count", "Count the domains whose proof ends")
    }
}

extension Endpoint where Body == SetDomainMethod, Answer == DomainControlReceipt {
    public static var setDomainMethod: Self {
        Self(
            .post, "/domain/{domain_id}/dcv/method",
            "Change how control over a domain is proved, in the older way")
    }
}

extension Endpoint where Body == ResendDomainEmails, Answer == NoAnswer {
    public static var mailDomain: Self {
        Self(
            .post, "/domain/{domain_id}/dcv/emails",
            "Send the mails that ask for proof of a domain, in the older way", success: 204)
    }
}

extension Endpoint where Body == SetDomainMethod, Answer == DomainControlStart {
    public static var startDomainControl: Self {
        Self(
            .post, "/domain/{domain_id}/dcv",
            "Ask for proof of a domain, in the older way")
    }
}

extension Endpoint where Body == NoBody, Answer == CheckOutcome {
    public static var checkDomainAlias: Self {
        Self(
            .post, "/domain/{domain_id}/dcv/cname",
            "Check the proof of a domain, in the older way")
    }

    public static var checkDomainAliasAgain: Self {
        Self(
            .put, "/domain/{domain_id}/dcv/cname",
            "Check the proof of a domain, in another older way")
    }
}
