/// Where a bill goes.
public struct BillingAddress: Codable, Equatable, Sendable {
    @LenientText public var country: String?
    @LenientText public var city: String?
    @LenientText public var state: String?
    @LenientText public var zip: String?

    public init(
        country: String? = nil, city: String? = nil, state: String? = nil, zip: String? = nil
    ) {
        self.country = country
        self.city = city
        self.state = state
        self.zip = zip
    }

    enum CodingKeys: String, CodingKey {
        case country, city, state, zip
    }
}
