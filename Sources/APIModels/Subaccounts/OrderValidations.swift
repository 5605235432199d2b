/// Where the validations of an order stand.
public struct OrderValidations: Codable, Equatable, Sendable {
    public var organizationValidations: [Validation]?
    public var dnsNameValidations: [NameValidation]?

    public init(
        organizationValidations: [Validation]? = nil, dnsNameValidations: [NameValidation]? = nil
    ) {
        self.organizationValidations = organizationValidations
        self.dnsNameValidations = dnsNameValidations
    }

    enum CodingKeys: String, CodingKey {
        case organizationValidations = "organization_validations"
        case dnsNameValidations = "dns_name_validations"
    }
}
