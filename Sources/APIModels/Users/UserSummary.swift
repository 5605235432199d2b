/// One user in a list; unlike ``UserDetails`` with the last login as a full time.
public struct UserSummary: Codable, Equatable, Sendable {
    public var id: Int
    public var username: String
    public var accountID: Int
    public var firstName: String
    public var lastName: String
    public var email: String
    public var jobTitle: String?
    public var telephone: String?
    public var status: Open<ActivityStatus>
    public var lastLoginDate: Timestamp?
    public var container: ContainerDetails?
    public var accessRoles: [AccessRole]
    public var type: String
    public var hasContainerAssignments: Bool
    public var containerAssignments: [ContainerDetails]?

    public init(
        id: Int, username: String, accountID: Int, firstName: String, lastName: String,
        email: String, jobTitle: String? = nil, telephone: String? = nil,
        status: Open<ActivityStatus>, lastLoginDate: Timestamp? = nil,
        container: ContainerDetails? = nil, accessRoles: [AccessRole], type: String,
        hasContainerAssignments: Bool, containerAssignments: [ContainerDetails]? = nil
    ) {
        self.id = id
        self.username = username
        self.accountID = accountID
        self.firstName = firstName
        self.lastName = lastName
        self.email = email
        self.jobTitle = jobTitle
        self.telephone = telephone
        self.status = status
        self.lastLoginDate = lastLoginDate
        self.container = container
        self.accessRoles = accessRoles
        self.type = type
        self.hasContainerAssignments = hasContainerAssignments
        self.containerAssignments = containerAssignments
    }

    enum CodingKeys: String, CodingKey {
        case id, username
        case accountID = "account_id"
        case firstName = "first_name"
        case lastName = "last_name"
        case email
        case jobTitle = "job_title"
        case telephone, status
        case lastLoginDate = "last_login_date"
        case container
        case accessRoles = "access_roles"
        case type
        case hasContainerAssignments = "has_container_assignments"
        case containerAssignments = "container_assignments"
    }
}
