/// The organization on an order; inside a certificate only its id.
public struct OrderOrganization: Codable, Equatable, Sendable {
    public var id: Int
    public var name: String?
    public var assumedName: String?
    public var displayName: String?
    public var isActive: Bool?
    public var city: String?
    public var state: String?
    public var country: String?
    public var telephone: String?

    public init(
        id: Int, name: String? = nil, assumedName: String? = nil, displayName: String? = nil,
        isActive: Bool? = nil, city: String? = nil, state: String? = nil, country: String? = nil,
        telephone: String? = nil
    ) {
        self.id = id
        self.name = name
        self.assumedName = assumedName
        self.displayName = displayName
        self.isActive = isActive
        self.city = city
        self.state = state
        self.country = country
        self.telephone = telephone
    }

    enum CodingKeys: String, CodingKey {
        case id, name
        case assumedName = "assumed_name"
        case displayName = "display_name"
        case isActive = "is_active"
        case city, state, country, telephone
    }
}
