/// What an API key is called and narrowed to from now on.
public struct EditKey: Codable, Equatable, Sendable {
    @LenientText public var name: String?
    @LenientNumber public var restrictedToRoleID: Int?

    public init(name: String? = nil, restrictedToRoleID: Int? = nil) {
        self.name = name
        self.restrictedToRoleID = restrictedToRoleID
    }

    enum CodingKeys: String, CodingKey {
        case name
        case restrictedToRoleID = "restricted_to_role_id"
    }
}
