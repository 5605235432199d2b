/// Asks for a domain's validation, for the first time or again.
public struct SubmitDomain: Codable, Equatable, Sendable {
    @LenientList public var validations: [ValidationToSubmit]?
    @LenientChoice public var dcvMethod: Open<DCVMethod>?
    @LenientList public var emails: [String]?

    public init(
        validations: [ValidationToSubmit]? = nil, dcvMethod: Open<DCVMethod>? = nil,
        emails: [String]? = nil
    ) {
        self.validations = validations
        self.dcvMethod = dcvMethod
        self.emails = emails
    }

    enum CodingKeys: String, CodingKey {
        case validations
        case dcvMethod = "dcv_method"
        case emails = "email_array"
    }
}
