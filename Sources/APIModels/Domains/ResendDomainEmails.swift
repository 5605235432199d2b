/// Asks to send the mails about a domain again.
public struct ResendDomainEmails: Codable, Equatable, Sendable {
    @LenientText public var nameScope: String?
    @LenientText public var locale: String?
    @LenientList public var emails: [String]?

    public init(nameScope: String? = nil, locale: String? = nil, emails: [String]? = nil) {
        self.nameScope = nameScope
        self.locale = locale
        self.emails = emails
    }

    enum CodingKeys: String, CodingKey {
        case nameScope = "name_scope"
        case locale
        case emails = "email_array"
    }
}
