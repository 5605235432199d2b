/// The users that are confined to a container from now on.
public struct AssignUsers: Codable, Equatable, Sendable {
    @LenientList public var userAssignments: [Reference]?

    public init(userAssignments: [Reference]? = nil) {
        self.userAssignments = userAssignments
    }

    enum CodingKeys: String, CodingKey {
        case userAssignments = "user_id_assignments"
    }
}
