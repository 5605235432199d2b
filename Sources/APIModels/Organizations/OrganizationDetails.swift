/// What there is to say of one organization.
public struct OrganizationDetails: Codable, Equatable, Sendable {
    public var id: Int
    public var status: Open<ActivityStatus>
    public var name: String
    public var assumedName: String?
    public var displayName: String
    public var isActive: Bool
    public var address: String
    public var address2: String?
    public var zip: String
    public var city: String
    public var state: String
    public var country: String
    public var telephone: String?
    public var container: ContainerSummary
    public var containerIDAssignments: [String]?
    public var organizationContact: OrganizationContact?
    public var technicalContact: OrganizationContact?
    public var verifiedContacts: [OrganizationContact]?
    public var evApprovers: [Person]?

    public init(
        id: Int, status: Open<ActivityStatus>, name: String, assumedName: String? = nil,
        displayName: String, isActive: Bool, address: String, address2: String? = nil, zip: String,
        city: String, state: String, country: String, telephone: String? = nil,
        container: ContainerSummary, containerIDAssignments: [String]? = nil,
        organizationContact: OrganizationContact? = nil,
        technicalContact: OrganizationContact? = nil,
        verifiedContacts: [OrganizationContact]? = nil, evApprovers: [Person]? = nil
    ) {
        self.id = id
        self.status = status
        self.name = name
        self.assumedName = assumedName
        self.displayName = displayName
        self.isActive = isActive
        self.address = address
        self.address2 = address2
        self.zip = zip
        self.city = city
        self.state = state
        self.country = country
        self.telephone = telephone
        self.container = container
        self.containerIDAssignments = containerIDAssignments
        self.organizationContact = organizationContact
        self.technicalContact = technicalContact
        self.verifiedContacts = verifiedContacts
        self.evApprovers = evApprovers
    }

    enum CodingKeys: String, CodingKey {
        case id, status, name
        case assumedName = "assumed_name"
        case displayName = "display_name"
        case isActive = "is_active"
        case address, address2, zip, city, state, country, telephone, container
        case containerIDAssignments = "container_id_assignments"
        case organizationContact = "organization_contact"
        case technicalContact = "technical_contact"
        case verifiedContacts = "verified_contacts"
        case evApprovers = "ev_approvers"
    }
}
