/// Where a mark is registered, or the law that grants it.
public struct MarkRegistration: Codable, Equatable, Sendable {
    @LenientText public var countryCode: String?
    @LenientText public var registrationNumber: String?
    @LenientText public var citation: String?
    @LenientText public var stateProvince: String?
    @LenientText public var locality: String?

    public init(
        countryCode: String? = nil, registrationNumber: String? = nil, citation: String? = nil,
        stateProvince: String? = nil, locality: String? = nil
    ) {
        self.countryCode = countryCode
        self.registrationNumber = registrationNumber
        self.citation = citation
        self.stateProvince = stateProvince
        self.locality = locality
    }

    enum CodingKeys: String, CodingKey {
        case countryCode = "country_code"
        case registrationNumber = "registration_number"
        case citation
        case stateProvince = "state_province"
        case locality
    }
}
