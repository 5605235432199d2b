/// The signer of a document signing order, and what an S/MIME subject names.
public struct SubjectWishes: Codable, Equatable, Sendable {
    @LenientFlag public var includeEmail: Bool?
    @LenientFlag public var includeGivenNameSurname: Bool?
    @LenientFlag public var includePseudonym: Bool?
    @LenientText public var name: String?
    @LenientText public var jobTitle: String?
    @LenientText public var phone: String?
    @LenientText public var email: String?

    public init(
        includeEmail: Bool? = nil, includeGivenNameSurname: Bool? = nil,
        includePseudonym: Bool? = nil, name: String? = nil, jobTitle: String? = nil,
        phone: String? = nil, email: String? = nil
    ) {
        self.includeEmail = includeEmail
        self.includeGivenNameSurname = includeGivenNameSurname
        self.includePseudonym = includePseudonym
        self.name = name
        self.jobTitle = jobTitle
        self.phone = phone
        self.email = email
    }

    enum CodingKeys: String, CodingKey {
        case includeEmail = "include_email"
        case includeGivenNameSurname = "include_given_name_surname"
        case includePseudonym = "include_pseudonym"
        case name
        case jobTitle = "job_title"
        case phone, email
    }
}
