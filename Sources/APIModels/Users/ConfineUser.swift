/// The containers that a user is confined to from now on; none for all of them.
public struct ConfineUser: Codable, Equatable, Sendable {
    @LenientList public var containerAssignments: [Reference]?

    public init(containerAssignments: [Reference]? = nil) {
        self.containerAssignments = containerAssignments
    }

    enum CodingKeys: String, CodingKey {
        case containerAssignments = "container_id_assignments"
    }
}
