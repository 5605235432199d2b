/// Units that were bought together, in few words.
public struct UnitOrderSummary: Codable, Equatable, Sendable {
    public var id: Int
    public var unitAccountID: Int
    public var unitAccountName: String
    public var cost: Double
    public var currency: String
    public var status: String
    public var expirationDate: Day
    public var createdDate: SpacedTimestamp

    public init(
        id: Int, unitAccountID: Int, unitAccountName: String, cost: Double, currency: String,
        status: String, expirationDate: Day, createdDate: SpacedTimestamp
    ) {
        self.id = id
        self.unitAccountID = unitAccountID
        self.unitAccountName = unitAccountName
        self.cost = cost
        self.currency = currency
        self.status = status
        self.expirationDate = expirationDate
        self.createdDate = createdDate
    }

    enum CodingKeys: String, CodingKey {
        case id
        case unitAccountID = "unit_account_id"
        case unitAccountName = "unit_account_name"
        case cost, currency, status
        case expirationDate = "expiration_date"
        case createdDate = "created_date"
    }
}
