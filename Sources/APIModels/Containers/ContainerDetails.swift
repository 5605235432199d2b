/// What there is to say of one container.
public struct ContainerDetails: Codable, Equatable, Sendable {
    public var id: Int
    public var publicID: String
    public var name: String
    public var description: String?
    /// 0 at the top.
    public var parentID: Int
    public var templateID: Int
    public var ekey: String?
    public var hasLogo: Bool
    public var isActive: Bool
    public var allowedDomainNames: [String]?
    public var userIDAssignments: [String]?
    public var organizationAssignments: [AssignedOrganization]?

    public init(
        id: Int, publicID: String, name: String, description: String? = nil, parentID: Int,
        templateID: Int, ekey: String? = nil, hasLogo: Bool, isActive: Bool,
        allowedDomainNames: [String]? = nil, userIDAssignments: [String]? = nil,
        organizationAssignments: [AssignedOrganization]? = nil
    ) {
        self.id = id
        self.publicID = publicID
        self.name = name
        self.description = description
        self.parentID = parentID
        self.templateID = templateID
        self.ekey = ekey
        self.hasLogo = hasLogo
        self.isActive = isActive
        self.allowedDomainNames = allowedDomainNames
        self.userIDAssignments = userIDAssignments
        self.organizationAssignments = organizationAssignments
    }

    enum CodingKeys: String, CodingKey {
        case id
        case publicID = "public_id"
        case name, description
        case parentID = "parent_id"
        case templateID = "template_id"
        case ekey
        case hasLogo = "has_logo"
        case isActive = "is_active"
        case allowedDomainNames = "allowed_domain_names"
        case userIDAssignments = "user_id_assignments"
        case organizationAssignments = "organization_assignments"
    }
}
