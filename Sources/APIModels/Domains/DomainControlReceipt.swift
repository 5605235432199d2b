/// How to show control over a domain, or nothing where nothing has changed.
public struct DomainControlReceipt: Codable, Equatable, Sendable {
    public var id: Int?
    public var dcvToken: DCVToken?
    public var validationEmails: ValidationEmails?

    public init(
        id: Int? = nil, dcvToken: DCVToken? = nil, validationEmails: ValidationEmails? = nil
    ) {
        self.id = id
        self.dcvToken = dcvToken
        self.validationEmails = validationEmails
    }

    enum CodingKeys: String, CodingKey {
        case id
        case dcvToken = "dcv_token"
        case validationEmails = "validation_emails"
    }
}
