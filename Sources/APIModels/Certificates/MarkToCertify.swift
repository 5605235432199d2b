/// The mark of a mark certificate and the proof of the right to it.
public struct MarkToCertify: Codable, Equatable, Sendable {
    /// SVG, compressed with gzip, in base64.
    @LenientText public var logo: String?
    @LenientText public var markType: String?
    @LenientObject public var markRegistration: MarkRegistration?
    @LenientText public var trademarkCountryCode: String?
    @LenientText public var trademarkRegistrationNumber: String?
    @LenientFlag public var enableHosting: Bool?

    public init(
        logo: String? = nil, markType: String? = nil, markRegistration: MarkRegistration? = nil,
        trademarkCountryCode: String? = nil, trademarkRegistrationNumber: String? = nil,
        enableHosting: Bool? = nil
    ) {
        self.logo = logo
        self.markType = markType
        self.markRegistration = markRegistration
        self.trademarkCountryCode = trademarkCountryCode
        self.trademarkRegistrationNumber = trademarkRegistrationNumber
        self.enableHosting = enableHosting
    }

    enum CodingKeys: String, CodingKey {
        case logo
        case markType = "mark_type"
        case markRegistration = "mark_type_data"
        case trademarkCountryCode = "trademark_country_code"
        case trademarkRegistrationNumber = "trademark_registration_number"
        case enableHosting = "enable_hosting"
    }
}
