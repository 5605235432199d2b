/// How much ends soon, or has just ended.
public struct ExpiringReport: Codable, Equatable, Sendable {
    public var expiringOrders: [ExpiringOrders]
    /// Only where the caller asks for certificates too.
    public var expiringCertificates: [ExpiringCertificates]?

    public init(
        expiringOrders: [ExpiringOrders], expiringCertificates: [ExpiringCertificates]? = nil
    ) {
        self.expiringOrders = expiringOrders
        self.expiringCertificates = expiringCertificates
    }

    enum CodingKeys: String, CodingKey {
        case expiringOrders = "expiring_orders"
        case expiringCertificates = "expiring_certs"
    }
}
