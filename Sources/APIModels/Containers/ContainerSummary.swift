/// A container where it is only mentioned.
public struct ContainerSummary: Codable, Equatable, Sendable {
    public var id: Int
    public var parentID: Int?
    public var name: String
    public var isActive: Bool?

    public init(id: Int, parentID: Int? = nil, name: String, isActive: Bool? = nil) {
        self.id = id
        self.parentID = parentID
        self.name = name
        self.isActive = isActive
    }

    enum CodingKeys: String, CodingKey {
        case id
        case parentID = "parent_id"
        case name
        case isActive = "is_active"
    }
}
