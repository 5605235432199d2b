/// What a user is from now on. Its name and username stay where they are left out; its job title
/// and telephone do not.
public struct EditUser: Codable, Equatable, Sendable {
    @LenientText public var username: String?
    @LenientText public var firstName: String?
    @LenientText public var lastName: String?
    @LenientText public var email: String?
    @LenientText public var jobTitle: String?
    @LenientText public var telephone: String?

    public init(
        username: String? = nil, firstName: String? = nil, lastName: String? = nil,
        email: String? = nil, jobTitle: String? = nil, telephone: String? = nil
    ) {
        self.username = username
        self.firstName = firstName
        self.lastName = lastName
        self.email = email
        self.jobTitle = jobTitle
        self.telephone = telephone
    }

    enum CodingKeys: String, CodingKey {
        case username
        case firstName = "first_name"
        case lastName = "last_name"
        case email
        case jobTitle = "job_title"
        case telephone
    }
}
