/// Somebody to turn to about an order, in bodies and answers alike.
public struct Contact: Codable, Equatable, Sendable {
    @LenientText public var firstName: String?
    @LenientText public var lastName: String?
    @LenientText public var email: String?
    @LenientText public var jobTitle: String?
    @LenientText public var telephone: String?
    @LenientText public var telephoneExtension: String?

    public init(
        firstName: String? = nil, lastName: String? = nil, email: String? = nil,
        jobTitle: String? = nil, telephone: String? = nil, telephoneExtension: String? = nil
    ) {
        self.firstName = firstName
        self.lastName = lastName
        self.email = email
        self.jobTitle = jobTitle
        self.telephone = telephone
        self.telephoneExtension = telephoneExtension
    }

    enum CodingKeys: String, CodingKey {
        case firstName = "first_name"
        case lastName = "last_name"
        case email
        case jobTitle = "job_title"
        case telephone
        case telephoneExtension = "telephone_extension"
    }
}
