/// The certificates of one span of days.
public struct ExpiringCertificates: Codable, Equatable, Sendable {
    public var daysExpiring: Int
    public var count: Int

    public init(daysExpiring: Int, count: Int) {
        self.daysExpiring = daysExpiring
        self.count = count
    }

    enum CodingKeys: String, CodingKey {
        case daysExpiring = "days_expiring"
        case count
    }
}
