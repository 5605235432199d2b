/// The orders of one span of days. The count has another name where certificates are counted too.
public struct ExpiringOrders: Codable, Equatable, Sendable {
    public var daysExpiring: Int
    public var orderCount: Int?
    public var count: Int?
    public var expiringCertificates: [ExpiringCertificates]?

    public init(
        daysExpiring: Int, orderCount: Int? = nil, count: Int? = nil,
        expiringCertificates: [ExpiringCertificates]? = nil
    ) {
        self.daysExpiring = daysExpiring
        self.orderCount = orderCount
        self.count = count
        self.expiringCertificates = expiringCertificates
    }

    enum CodingKeys: String, CodingKey {
        case daysExpiring = "days_expiring"
        case orderCount = "order_count"
        case count
        case expiringCertificates = "expiring_certs"
    }
}
