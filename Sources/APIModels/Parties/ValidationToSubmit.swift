/// A validation asked for, and who vouches in it.
public struct ValidationToSubmit: Codable, Equatable, Sendable {
    @LenientChoice public var type: Open<ValidationType>?
    @LenientObject public var user: Reference?
    @LenientList public var verifiedUsers: [ContactToAdd]?
    @LenientList public var contacts: [ContactToAdd]?

    public init(
        type: Open<ValidationType>? = nil, user: Reference? = nil,
        verifiedUsers: [ContactToAdd]? = nil, contacts: [ContactToAdd]? = nil
    ) {
        self.type = type
        self.user = user
        self.verifiedUsers = verifiedUsers
        self.contacts = contacts
    }

    enum CodingKeys: String, CodingKey {
        case type, user
        case verifiedUsers = "verified_users"
        case contacts
    }
}
