/// A contact for an organization: a known one, a user, or somebody new.
public struct ContactToAdd: Codable, Equatable, Sendable {
    @LenientID public var id: Int?
    /// `existing_contact` where `id` names a known one.
    @LenientText public var type: String?
    @LenientText public var contactType: String?
    @LenientID public var userID: Int?
    @LenientText public var firstName: String?
    @LenientText public var lastName: String?
    @LenientText public var jobTitle: String?
    @LenientText public var telephone: String?
    @LenientText public var telephoneExtension: String?
    @LenientText public var email: String?

    public init(
        id: Int? = nil, type: String? = nil, contactType: String? = nil, userID: Int? = nil,
        firstName: String? = nil, lastName: String? = nil, jobTitle: String? = nil,
        telephone: String? = nil, telephoneExtension: String? = nil, email: String? = nil
    ) {
        self.id = id
        self.type = type
        self.contactType = contactType
        self.userID = userID
        self.firstName = firstName
        self.lastName = lastName
        self.jobTitle = jobTitle
        self.telephone = telephone
        self.telephoneExtension = telephoneExtension
        self.email = email
    }

    enum CodingKeys: String, CodingKey {
        case id, type
        case contactType = "contact_type"
        case userID = "user_id"
        case firstName = "first_name"
        case lastName = "last_name"
        case jobTitle = "job_title"
        case telephone
        case telephoneExtension = "telephone_extension"
        case email
    }
}
