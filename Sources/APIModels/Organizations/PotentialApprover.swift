/// Somebody who may speak for an organization.
public struct PotentialApprover: Codable, Equatable, Sendable {
    /// Written as a string; a contact has none.
    public var userID: String?
    public var name: String
    public var firstName: String
    public var lastName: String
    public var jobTitle: String?
    public var telephone: String?
    public var email: String

    public init(
        userID: String? = nil, name: String, firstName: String, lastName: String,
        jobTitle: String? = nil, telephone: String? = nil, email: String
    ) {
        self.userID = userID
        self.name = name
        self.firstName = firstName
        self.lastName = lastName
        self.jobTitle = jobTitle
        self.telephone = telephone
        self.email = email
    }

    enum CodingKeys: String, CodingKey {
        case userID = "user_id"
        case name
        case firstName = "first_name"
        case lastName = "last_name"
        case jobTitle = "job_title"
        case telephone, email
    }
}
