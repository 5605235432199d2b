/// Which mailbox is asked about a name.
public struct DCVEmail: Codable, Equatable, Sendable {
    @LenientText public var dnsName: String?
    @LenientText public var emailDomain: String?
    @LenientText public var email: String?

    public init(dnsName: String? = nil, emailDomain: String? = nil, email: String? = nil) {
        self.dnsName = dnsName
        self.emailDomain = emailDomain
        self.email = email
    }

    enum CodingKeys: String, CodingKey {
        case dnsName = "dns_name"
        case emailDomain = "email_domain"
        case email
    }
}
