/// A new organization.
public struct CreateOrganization: Codable, Equatable, Sendable {
    @LenientText public var name: String?
    @LenientText public var assumedName: String?
    @LenientText public var country: String?
    @LenientText public var address: String?
    @LenientText public var address2: String?
    @LenientText public var city: String?
    @LenientText public var state: String?
    @LenientText public var zip: String?
    @LenientText public var telephone: String?
    @LenientObject public var container: Reference?
    @LenientObject public var organizationContact: Contact?
    @LenientFlag public var skipDuplicateOrganizationCheck: Bool?
    @LenientList public var validations: [ValidationToSubmit]?

    public init(
        name: String? = nil, assumedName: String? = nil, country: String? = nil,
        address: String? = nil, address2: String? = nil, city: String? = nil, state: String? = nil,
        zip: String? = nil, telephone: String? = nil, container: Reference? = nil,
        organizationContact: Contact? = nil, skipDuplicateOrganizationCheck: Bool? = nil,
        validations: [ValidationToSubmit]? = nil
    ) {
        self.name = name
        self.assumedName = assumedName
        self.country = country
        self.address = address
        self.address2 = address2
        self.city = city
        self.state = state
        self.zip = zip
        self.telephone = telephone
        self.container = container
        self.organizationContact = organizationContact
        self.skipDuplicateOrganizationCheck = skipDuplicateOrganizationCheck
        self.validations = validations
    }

    enum CodingKeys: String, CodingKey {
        case name
        case assumedName = "assumed_name"
        case country, address, address2, city, state, zip, telephone, container
        case organizationContact = "organization_contact"
        case skipDuplicateOrganizationCheck = "skip_duplicate_org_check"
        case validations
    }
}
