/// Who else is written to about an order: the whole list, in the place of the one before.
public struct ReplaceAdditionalEmails: Codable, Equatable, Sendable {
    @LenientList public var additionalEmails: [String]?

    public init(additionalEmails: [String]? = nil) {
        self.additionalEmails = additionalEmails
    }

    enum CodingKeys: String, CodingKey {
        case additionalEmails = "additional_emails"
    }
}
