/// The domains that names in a container lie in from now on; none for all.
public struct AllowDomains: Codable, Equatable, Sendable {
    @LenientList public var allowedDomainNames: [String]?

    public init(allowedDomainNames: [String]? = nil) {
        self.allowedDomainNames = allowedDomainNames
    }

    enum CodingKeys: String, CodingKey {
        case allowedDomainNames = "allowed_domain_names"
    }
}
