/// Vouchers bought together.
public struct VoucherOrderSummary: Codable, Equatable, Sendable {
    public var id: Int
    public var name: String?
    public var status: String
    public var cost: Double
    public var createdDate: SpacedTimestamp
    public var expirationDate: Day

    public init(
        id: Int, name: String? = nil, status: String, cost: Double, createdDate: SpacedTimestamp,
        expirationDate: Day
    ) {
        self.id = id
        self.name = name
        self.status = status
        self.cost = cost
        self.createdDate = createdDate
        self.expirationDate = expirationDate
    }

    enum CodingKeys: String, CodingKey {
        case id, name, status, cost
        case createdDate = "created_date"
        case expirationDate = "expiration_date"
    }
}
