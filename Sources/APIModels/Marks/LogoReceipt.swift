/// What the upload of a logo answers; its trademark where the logo has been seen before.
public struct LogoReceipt: Codable, Equatable, Sendable {
    public var id: Int
    public var organizationID: Int
    public var trademarkCountryCode: String?
    public var trademarkRegistrationNumber: String?

    public init(
        id: Int, organizationID: Int, trademarkCountryCode: String? = nil,
        trademarkRegistrationNumber: String? = nil
    ) {
        self.id = id
        self.organizationID = organizationID
        self.trademarkCountryCode = trademarkCountryCode
        self.trademarkRegistrationNumber = trademarkRegistrationNumber
    }

    enum CodingKeys: String, CodingKey {
        case id
        case organizationID = "organization_id"
        case trademarkCountryCode = "trademark_country_code"
        case trademarkRegistrationNumber = "trademark_registration_number"
    }
}
