/// The first user of a new container or account.
public struct NewUser: Codable, Equatable, Sendable {
    @LenientText public var firstName: String?
    @LenientText public var lastName: String?
    @LenientText public var email: String?
    /// The e-mail address where it is left out.
    @LenientText public var username: String?
    @LenientText public var jobTitle: String?
    @LenientText public var telephone: String?
    @LenientFlag public var disableRenewalNotifications: Bool?
    @LenientList public var accessRoles: [Reference]?

    public init(
        firstName: String? = nil, lastName: String? = nil, email: String? = nil,
        username: String? = nil, jobTitle: String? = nil, telephone: String? = nil,
        disableRenewalNotifications: Bool? = nil, accessRoles: [Reference]? = nil
    ) {
        self.firstName = firstName
        self.lastName = lastName
        self.email = email
        self.username = username
        self.jobTitle = jobTitle
        self.telephone = telephone
        self.disableRenewalNotifications = disableRenewalNotifications
        self.accessRoles = accessRoles
    }

    enum CodingKeys: String, CodingKey {
        case firstName = "first_name"
        case lastName = "last_name"
        case email, username
        case jobTitle = "job_title"
        case telephone
        case disableRenewalNotifications = "disable_renewal_notifications"
        case accessRoles = "access_roles"
    }
}
