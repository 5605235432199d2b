/// Asks to look at once for the proof of control over an order's names.
public struct CheckControl: Codable, Equatable, Sendable {
    /// The names to look for; none means all.
    @LenientList public var dnsNamesValidations: [NameToCheck]?
    /// The older spelling.
    @LenientList public var dnsNameValidations: [NameToCheck]?

    public init(
        dnsNamesValidations: [NameToCheck]? = nil, dnsNameValidations: [NameToCheck]? = nil
    ) {
        self.dnsNamesValidations = dnsNamesValidations
        self.dnsNameValidations = dnsNameValidations
    }

    enum CodingKeys: String, CodingKey {
        case dnsNamesValidations = "dns_names_validations"
        case dnsNameValidations = "dns_name_validations"
    }
}
