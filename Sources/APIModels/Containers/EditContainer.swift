/// What a container is called from now on.
public struct EditContainer: Codable, Equatable, Sendable {
    @LenientText public var name: String?
    @LenientText public var description: String?

    public init(name: String? = nil, description: String? = nil) {
        self.name = name
        self.description = description
    }

    enum CodingKeys: String, CodingKey {
        case name, description
    }
}
