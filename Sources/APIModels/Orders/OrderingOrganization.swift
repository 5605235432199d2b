/// The organization an order names by its id, or describes to have it created.
public struct OrderingOrganization: Codable, Equatable, Sendable {
    @LenientID public var id: Int?
    @LenientText public var name: String?
    @LenientText public var assumedName: String?
    @LenientText public var address: String?
    @LenientText public var address2: String?
    @LenientText public var zip: String?
    @LenientText public var city: String?
    @LenientText public var state: String?
    @LenientText public var country: String?
    @LenientText public var telephone: String?
    @LenientList public var contacts: [ContactToAdd]?

    public init(
        id: Int? = nil, name: String? = nil, assumedName: String? = nil, address: String? = nil,
        address2: String? = nil, zip: String? = nil, city: String? = nil, state: String? = nil,
        country: String? = nil, telephone: String? = nil, contacts: [ContactToAdd]? = nil
    ) {
        self.id = id
        self.name = name
        self.assumedName = assumedName
        self.address = address
        self.address2 = address2
        self.zip = zip
        self.city = city
        self.state = state
        self.country = country
        self.telephone = telephone
        self.contacts = contacts
    }

    enum CodingKeys: String, CodingKey {
        case id, name
        case assumedName = "assumed_name"
        case address, address2, zip, city, state, country, telephone, contacts
    }
}
