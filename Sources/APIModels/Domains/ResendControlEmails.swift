/// Asks to send the mails about an order's domains again.
public struct ResendControlEmails: Codable, Equatable, Sendable {
    @LenientList public var domainApprovalEmails: [DomainApprovalEmail]?
    @LenientText public var locale: String?

    public init(domainApprovalEmails: [DomainApprovalEmail]? = nil, locale: String? = nil) {
        self.domainApprovalEmails = domainApprovalEmails
        self.locale = locale
    }

    enum CodingKeys: String, CodingKey {
        case domainApprovalEmails = "domain_approval_emails"
        case locale
    }
}
