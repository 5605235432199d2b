/// A new domain, attached to an organization and submitted for validation.
public struct CreateDomain: Codable, Equatable, Sendable {
    @LenientText public var name: String?
    @LenientObject public var organization: Reference?
    /// Where it is filed; without it, where the caller files things.
    @LenientObject public var container: Reference?
    @LenientList public var validations: [ValidationToSubmit]?
    @LenientChoice public var dcvMethod: Open<DCVMethod>?
    @LenientObject public var dcv: DCVChoice?
    @LenientText public var locale: String?
    @LenientList public var emails: [String]?
    @LenientFlag public var keepWWW: Bool?

    public init(
        name: String? = nil, organization: Reference? = nil, container: Reference? = nil,
        validations: [ValidationToSubmit]? = nil, dcvMethod: Open<DCVMethod>? = nil,
        dcv: DCVChoice? = nil, locale: String? = nil, emails: [String]? = nil, keepWWW: Bool? = nil
    ) {
        self.name = name
        self.organization = organization
        self.container = container
        self.validations = validations
        self.dcvMethod = dcvMethod
        self.dcv = dcv
        self.locale = locale
        self.emails = emails
        self.keepWWW = keepWWW
    }

    enum CodingKeys: String, CodingKey {
        case name, organization, container, validations
        case dcvMethod = "dcv_method"
        case dcv, locale
        case emails = "email_array"
        case keepWWW = "keep_www"
    }
}
