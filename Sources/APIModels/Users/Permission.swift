/// Whether the user of the key, with this key, may do a thing.
public struct Permission: Codable, Equatable, Sendable {
    public var authorized: Bool
    public var permission: String

    public init(authorized: Bool, permission: String) {
        self.authorized = authorized
        self.permission = permission
    }

    enum CodingKeys: String, CodingKey {
        case authorized, permission
    }
}
