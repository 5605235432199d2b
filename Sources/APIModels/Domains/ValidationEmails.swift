/// The mailboxes that were asked about a domain.
public struct ValidationEmails: Codable, Equatable, Sendable {
    public var nameScope: String
    public var baseEmails: [String]
    public var whoisEmails: [String]?

    public init(nameScope: String, baseEmails: [String], whoisEmails: [String]? = nil) {
        self.nameScope = nameScope
        self.baseEmails = baseEmails
        self.whoisEmails = whoisEmails
    }

    enum CodingKeys: String, CodingKey {
        case nameScope = "name_scope"
        case baseEmails = "base_emails"
        case whoisEmails = "whois_emails"
    }
}
