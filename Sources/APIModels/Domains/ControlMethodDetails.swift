/// One way to prove control over a domain, for people to choose from.
public struct ControlMethodDetails: Codable, Equatable, Sendable {
    public var name: Open<DCVMethod>
    public var displayName: String
    public var description: String
    /// Present for the one that counts where none is named.
    public var isDefault: Bool?

    public init(
        name: Open<DCVMethod>, displayName: String, description: String, isDefault: Bool? = nil
    ) {
        self.name = name
        self.displayName = displayName
        self.description = description
        self.isDefault = isDefault
    }

    enum CodingKeys: String, CodingKey {
        case name
        case displayName = "display_name"
        case description
        case isDefault = "default"
    }
}
