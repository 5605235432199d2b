/// All that a user may do, or may not.
public struct PermissionList: Codable, Equatable, Sendable {
    public var authorizations: [Permission]

    public init(authorizations: [Permission]) {
        self.authorizations = authorizations
    }

    enum CodingKeys: String, CodingKey {
        case authorizations
    }
}
