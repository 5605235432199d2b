/// A contact that an organization keeps; `user_id` where it is a user too.
public struct OrganizationContact: Codable, Equatable, Sendable {
    public var id: Int
    public var userID: Int?
    public var firstName: String
    public var lastName: String
    public var email: String?
    public var jobTitle: String?
    public var telephone: String?
    public var telephoneExtension: String?

    public init(
        id: Int, userID: Int? = nil, firstName: String, lastName: String, email: String? = nil,
        jobTitle: String? = nil, telephone: String? = nil, telephoneExtension: String? = nil
    ) {
        self.id = id
        self.userID = userID
        self.firstName = firstName
        self.lastName = lastName
        self.email = email
        self.jobTitle = jobTitle
        self.telephone = telephone
        self.telephoneExtension = telephoneExtension
    }

    enum CodingKeys: String, CodingKey {
        case id
        case userID = "user_id"
        case firstName = "first_name"
        case lastName = "last_name"
        case email
        case jobTitle = "job_title"
        case telephone
        case telephoneExtension = "telephone_extension"
    }
}
