/// One kind of validation, and what it takes.
public struct ValidationTypeDetails: Codable, Equatable, Sendable {
    public var type: Open<ValidationType>
    public var name: String
    public var description: String
    public var requiresUser: Bool
    public var requiresDCV: Bool?

    public init(
        type: Open<ValidationType>, name: String, description: String, requiresUser: Bool,
        requiresDCV: Bool? = nil
    ) {
        self.type = type
        self.name = name
        self.description = description
        self.requiresUser = requiresUser
        self.requiresDCV = requiresDCV
    }

    enum CodingKeys: String, CodingKey {
        case type, name, description
        case requiresUser = "requires_user"
        case requiresDCV = "requires_dcv"
    }
}
