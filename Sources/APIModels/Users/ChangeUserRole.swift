/// The role of a user from now on; the first that is named counts.
public struct ChangeUserRole: Codable, Equatable, Sendable {
    @LenientList public var accessRoles: [Reference]?

    public init(accessRoles: [Reference]? = nil) {
        self.accessRoles = accessRoles
    }

    enum CodingKeys: String, CodingKey {
        case accessRoles = "access_roles"
    }
}
