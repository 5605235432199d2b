/// What there is to say of one user.
public struct UserDetails: Codable, Equatable, Sendable {
    public var id: Int
    public var username: String
    public var accountID: Int
    public var firstName: String
    public var lastName: String
    public var email: String
    public var jobTitle: String?
    public var telephone: String?
    public var status: Open<ActivityStatus>
    public var lastLoginDate: SpacedTimestamp?
    public var container: ContainerDetails?
    public var accessRoles: [AccessRole]
    public var isCertCentral: Bool?
    public var isEnterprise: Bool?
    public var isSAMLSSOOnly: Bool?
    public var type: String?
    public var hasContainerAssignments: Bool
    public var containerAssignments: [ContainerDetails]?
    public var containerVisibility: [ContainerDetails]
    public var languageID: Int?
    public var accountLanguageID: Int?

    public init(
        id: Int, username: String, accountID: Int, firstName: String, lastName: String,
        email: String, jobTitle: String? = nil, telephone: String? = nil,
        status: Open<ActivityStatus>, lastLoginDate: SpacedTimestamp? = nil,
        container: ContainerDetails? = nil, accessRoles: [AccessRole], isCertCentral: Bool? = nil,
        isEnterprise: Bool? = nil, isSAMLSSOOnly: Bool? = nil, type: String? = nil,
        hasContainerAssignments: Bool, containerAssignments: [ContainerDetails]? = nil,
        containerVisibility: [ContainerDetails], languageID: Int? = nil,
        accountLanguageID: Int? = nil
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
        self.isCertCentral = isCertCentral
        self.isEnterprise = isEnterprise
        self.isSAMLSSOOnly = isSAMLSSOOnly
        self.type = type
        self.hasContainerAssignments = hasContainerAssignments
        self.containerAssignments = containerAssignments
        self.containerVisibility = containerVisibility
        self.languageID = languageID
        self.accountLanguageID = accountLanguageID
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
        case isCertCentral = "is_cert_central"
        case isEnterprise = "is_enterprise"
        case isSAMLSSOOnly = "is_saml_sso_only"
        case type
        case hasContainerAssignments = "has_container_assignments"
        case containerAssignments = "container_assignments"
        case containerVisibility = "container_visibility"
        case languageID = "language_id"
        case accountLanguageID = "account_language_id"
    }
}
