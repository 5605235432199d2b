/// A new container below another.
public struct CreateContainer: Codable, Equatable, Sendable {
    @LenientText public var name: String?
    @LenientText public var description: String?
    @LenientID public var templateID: Int?
    @LenientObject public var user: NewUser?

    public init(
        name: String? = nil, description: String? = nil, templateID: Int? = nil,
        user: NewUser? = nil
    ) {
        self.name = name
        self.description = description
        self.templateID = templateID
        self.user = user
    }

    enum CodingKeys: String, CodingKey {
        case name, description
        case templateID = "template_id"
        case user
    }
}
