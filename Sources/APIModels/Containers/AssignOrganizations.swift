/// The organizations that a container orders for from now on; none for all.
public struct AssignOrganizations: Codable, Equatable, Sendable {
    @LenientList public var organizationAssignments: [Reference]?

    public init(organizationAssignments: [Reference]? = nil) {
        self.organizationAssignments = organizationAssignments
    }

    enum CodingKeys: String, CodingKey {
        case organizationAssignments = "organization_id_assignments"
    }
}
