/// Makes credentials for an ACME client (RFC 8555 section 7.3.4).
public struct CreateACMECredentials: Codable, Equatable, Sendable {
    @LenientText public var name: String?
    @LenientText public var productNameID: String?
    @LenientID public var organizationID: Int?
    @LenientID public var containerID: Int?
    @LenientNumber public var validityYears: Int?
    @LenientNumber public var validityDays: Int?
    @LenientText public var profileOption: String?

    public init(
        name: String? = nil, productNameID: String? = nil, organizationID: Int? = nil,
        containerID: Int? = nil, validityYears: Int? = nil, validityDays: Int? = nil,
        profileOption: String? = nil
    ) {
        self.name = name
        self.productNameID = productNameID
        self.organizationID = organizationID
        self.containerID = containerID
        self.validityYears = validityYears
        self.validityDays = validityDays
        self.profileOption = profileOption
    }

    enum CodingKeys: String, CodingKey {
        case name
        case productNameID = "product_name_id"
        case organizationID = "organization_id"
        case containerID = "container_id"
        case validityYears = "validity_years"
        case validityDays = "validity_days"
        case profileOption = "profile_option"
    }
}
