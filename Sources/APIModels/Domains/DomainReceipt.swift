/// The id of a new domain and how to show control over it.
public struct DomainReceipt: Codable, Equatable, Sendable {
    public var id: Int
    public var dcvToken: DCVToken?
    public var validationEmails: ValidationEmails?

    public init(id: Int, dcvToken: DCVToken? = nil, validationEmails: ValidationEmails? = nil) {
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
