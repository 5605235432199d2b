/// The person an S/MIME or client certificate is for.
public struct Individual: Codable, Equatable, Sendable {
    @LenientText public var firstName: String?
    @LenientText public var lastName: String?
    @LenientText public var pseudonym: String?

    public init(firstName: String? = nil, lastName: String? = nil, pseudonym: String? = nil) {
        self.firstName = firstName
        self.lastName = lastName
        self.pseudonym = pseudonym
    }

    enum CodingKeys: String, CodingKey {
        case firstName = "first_name"
        case lastName = "last_name"
        case pseudonym
    }
}
