/// A new user of the account.
public struct CreateUser: Codable, Equatable, Sendable {
    @LenientText public var username: String?
    @LenientText public var firstName: String?
    @LenientText public var lastName: String?
    @LenientText public var email: String?
    @LenientText public var jobTitle: String?
    @LenientText public var telephone: String?
    /// Where the user is at home; without it, with whoever adds it.
    @LenientObject public var container: Reference?
    @LenientList public var accessRoles: [Reference]?
    /// The containers that the user is confined to.
    @LenientList public var containerAssignments: [Reference]?
    @LenientFlag public var isAPIOnly: Bool?

    public init(
        username: String? = nil, firstName: String? = nil, lastName: String? = nil,
        email: String? = nil, jobTitle: String? = nil, telephone: String? = nil,
        container: Reference? = nil, accessRoles: [Reference]? = nil,
        containerAssignments: [Reference]? = nil, isAPIOnly: Bool? = nil
    ) {
        self.username = username
        self.firstName = firstName
        self.lastName = lastName
        self.email = email
        self.jobTitle = jobTitle
        self.telephone = telephone
        self.container = container
        self.accessRoles = accessRoles
        self.containerAssignments = containerAssignments
        self.isAPIOnly = isAPIOnly
    }

    enum CodingKeys: String, CodingKey {
        case username
        case firstName = "first_name"
        case lastName = "last_name"
        case email
        case jobTitle = "job_title"
        case telephone, container
        case accessRoles = "access_roles"
        case containerAssignments = "container_id_assignments"
        case isAPIOnly = "is_api_only"
    }
}
