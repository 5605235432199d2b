/// The mailboxes that were asked about a domain.
public struct ValidationEmails: Codable, Equatable, Sendable {
    public var nameScope: String
    public var baseEmails: [String]
    public var whoisEmails: [String]?
    /// Those of them that the domain is limited to.
    public var emails: [String]?

    public init(
        nameScope: String, baseEmails: [String], whoisEmails: [String]? = nil,
        emails: [String]? = nil
    ) {
        self.nameScope = nameScope
        self.baseEmails = baseEmails
        self.whoisEmails = whoisEmails
        self.emails = emails
    }

    enum CodingKeys: String, CodingKey {
        case nameScope = "name_scope"
        case baseEmails = "base_emails"
        case whoisEmails = "whois_emails"
        case emails = "email_array"
    }
}
