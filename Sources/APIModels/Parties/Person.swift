/// A user where it is only mentioned.
public struct Person: Codable, Equatable, Sendable {
    public var id: Int
    public var firstName: String
    public var lastName: String
    public var email: String?
    public var jobTitle: String?
    public var telephone: String?

    public init(
        id: Int, firstName: String, lastName: String, email: String? = nil, jobTitle: String? = nil,
        telephone: String? = nil
    ) {
        self.id = id
        self.firstName = firstName
        self.lastName = lastName
        self.email = email
        self.jobTitle = jobTitle
        self.telephone = telephone
    }

    enum CodingKeys: String, CodingKey {
        case id
        case firstName = "first_name"
        case lastName = "last_name"
        case email
        case jobTitle = "job_title"
        case telephone
    }
}
