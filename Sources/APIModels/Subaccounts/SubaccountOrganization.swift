/// An organization of a subaccount, as its parent is shown it.
public struct SubaccountOrganization: Codable, Equatable, Sendable {
    public var id: Int
    public var status: Open<ActivityStatus>
    public var name: String
    public var assumedName: String?
    public var displayName: String
    public var validations: [Validation]?

    public init(
        id: Int, status: Open<ActivityStatus>, name: String, assumedName: String? = nil,
        displayName: String, validations: [Validation]? = nil
    ) {
        self.id = id
        self.status = status
        self.name = name
        self.assumedName = assumedName
        self.displayName = displayName
        self.validations = validations
    }

    enum CodingKeys: String, CodingKey {
        case id, status, name
        case assumedName = "assumed_name"
        case displayName = "display_name"
        case validations
    }
}
