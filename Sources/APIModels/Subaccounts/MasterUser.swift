/// The administrator of a subaccount.
public struct MasterUser: Codable, Equatable, Sendable {
    public var firstName: String
    public var lastName: String
    public var email: String
    public var jobTitle: String?
    public var telephone: String?
    public var languageID: String?
    public var containerID: String?

    public init(
        firstName: String, lastName: String, email: String, jobTitle: String? = nil,
        telephone: String? = nil, languageID: String? = nil, containerID: String? = nil
    ) {
        self.firstName = firstName
        self.lastName = lastName
        self.email = email
        self.jobTitle = jobTitle
        self.telephone = telephone
        self.languageID = languageID
        self.containerID = containerID
    }

    enum CodingKeys: String, CodingKey {
        case firstName = "first_name"
        case lastName = "last_name"
        case email
        case jobTitle = "job_title"
        case telephone
        case languageID = "i18n_language_id"
        case containerID = "container_id"
    }
}
