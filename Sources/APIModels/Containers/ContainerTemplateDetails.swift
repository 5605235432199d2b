/// A template that containers are made from; its roles are left out in lists.
public struct ContainerTemplateDetails: Codable, Equatable, Sendable {
    public var id: Int
    public var name: String
    public var dateCreated: Timestamp
    public var accessRoles: [AccessRole]?

    public init(
        id: Int, name: String, dateCreated: Timestamp, accessRoles: [AccessRole]? = nil
    ) {
        self.id = id
        self.name = name
        self.dateCreated = dateCreated
        self.accessRoles = accessRoles
    }

    enum CodingKeys: String, CodingKey {
        case id, name
        case dateCreated = "date_created"
        case accessRoles = "access_roles"
    }
}
