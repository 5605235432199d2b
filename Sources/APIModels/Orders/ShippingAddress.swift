/// Where a token is sent, in bodies and answers alike.
public struct ShippingAddress: Codable, Equatable, Sendable {
    @LenientText public var name: String?
    @LenientText public var address1: String?
    @LenientText public var address2: String?
    @LenientText public var city: String?
    @LenientText public var state: String?
    @LenientText public var zip: String?
    @LenientText public var country: String?
    @LenientText public var method: String?

    public init(
        name: String? = nil, address1: String? = nil, address2: String? = nil, city: String? = nil,
        state: String? = nil, zip: String? = nil, country: String? = nil, method: String? = nil
    ) {
        self.name = name
        self.address1 = address1
        self.address2 = address2
        self.city = city
        self.state = state
        self.zip = zip
        self.country = country
        self.method = method
    }

    enum CodingKeys: String, CodingKey {
        case name
        case address1 = "addr1"
        case address2 = "addr2"
        case city, state, zip, country, method
    }
}
