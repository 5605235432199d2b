/// Which mailbox is asked about a domain.
public struct DomainApprovalEmail: Codable, Equatable, Sendable {
    @LenientText public var domain: String?
    @LenientText public var email: String?
    @LenientText public var emailDomain: String?

    public init(domain: String? = nil, email: String? = nil, emailDomain: String? = nil) {
        self.domain = domain
        self.email = email
        self.emailDomain = emailDomain
    }

    enum CodingKeys: String, CodingKey {
        case domain, email
        case emailDomain = "email_domain"
    }
}
