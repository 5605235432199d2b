/// One organization in a list.
public struct OrganizationSummary: Codable, Equatable, Sendable {
    public var id: Int
    public var status: Open<ActivityStatus>
    public var name: String
    public var assumedName: String?
    public var displayName: String?
    public var isActive: Bool
    public var address: String
    public var address2: String?
    public var zip: String
    public var city: String
    public var state: String
    public var country: String
    public var telephone: String?
    public var container: ContainerSummary?
    public var containerIDAssignments: [String]?
    public var validations: [Validation]?
    public var evApprovers: [Person]?
    public var contacts: [OrganizationContact]?

    public init(
        id: Int, status: Open<ActivityStatus>, name: String, assumedName: String? = nil,
        displayName: String? = nil, isActive: Bool, address: String, address2: String? = nil,
        zip: String, city: String, state: String, country: String, telephone: String? = nil,
        container: ContainerSummary? = nil, containerIDAssignments: [String]? = nil,
        validations: [Validation]? = nil, evApprovers: [Person]? = nil,
        contacts: [OrganizationContact]? = nil
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
        self.validations = validations
        self.evApprovers = evApprovers
        self.contacts = contacts
    }

    enum CodingKeys: String, CodingKey {
        case id, status, name
        case assumedName = "assumed_name"
        case displayName = "display_name"
        case isActive = "is_active"
        case address, address2, zip, city, state, country, telephone, container
        case containerIDAssignments = "container_id_assignments"
        case validations
        case evApprovers = "ev_approvers"
        case contacts
    }
}
