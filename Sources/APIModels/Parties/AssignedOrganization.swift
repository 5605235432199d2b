/// An organization inside a domain or container.
public struct AssignedOrganization: Codable, Equatable, Sendable {
    public var id: Int
    public var status: Open<ActivityStatus>
    public var name: String
    public var assumedName: String?
    public var displayName: String
    /// `"1"` or `"0"`, a string here.
    public var isActive: String

    public init(
        id: Int, status: Open<ActivityStatus>, name: String, assumedName: String? = nil,
        displayName: String, isActive: String
    ) {
        self.id = id
        self.status = status
        self.name = name
        self.assumedName = assumedName
        self.displayName = displayName
        self.isActive = isActive
    }

    enum CodingKeys: String, CodingKey {
        case id, status, name
        case assumedName = "assumed_name"
        case displayName = "display_name"
        case isActive = "is_active"
    }
}
