/// The organization a new account stands for.
public struct NewAccountOrganization: Codable, Equatable, Sendable {
    @LenientText public var name: String?
    @LenientText public var address: String?
    @LenientText public var address2: String?
    @LenientText public var zip: String?
    @LenientText public var city: String?
    @LenientText public var state: String?
    @LenientText public var country: String?
    @LenientText public var telephone: String?

    public init(
        name: String? = nil, address: String? = nil, address2: String? = nil, zip: String? = nil,
        city: String? = nil, state: String? = nil, country: String? = nil, telephone: String? = nil
    ) {
        self.name = name
        self.address = address
        self.address2 = address2
        self.zip = zip
        self.city = city
        self.state = state
        self.country = country
        self.telephone = telephone
    }

    enum CodingKeys: String, CodingKey {
        case name, address, address2, zip, city, state, country, telephone
    }
}
