/// The roles that users or keys can be given.
public struct AccessRoleList: Codable, Equatable, Sendable {
    public var accessRoles: [AccessRole]

    public init(accessRoles: [AccessRole]) {
        self.accessRoles = accessRoles
    }

    enum CodingKeys: String, CodingKey {
        case accessRoles = "access_roles"
    }
}
