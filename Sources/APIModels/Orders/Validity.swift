/// How long an order or certificate lasts; a date wins over days, days over years.
///
/// Answers repeat what the order said.
public struct Validity: Codable, Equatable, Sendable {
    @LenientNumber public var years: Int?
    @LenientNumber public var days: Int?
    @LenientText public var customExpirationDate: String?

    public init(years: Int? = nil, days: Int? = nil, customExpirationDate: String? = nil) {
        self.years = years
        self.days = days
        self.customExpirationDate = customExpirationDate
    }

    enum CodingKeys: String, CodingKey {
        case years, days
        case customExpirationDate = "custom_expiration_date"
    }
}
