/// Units that were bought together.
public struct UnitOrderDetails: Codable, Equatable, Sendable {
    public var id: Int
    public var unitAccountID: Int
    public var unitAccountName: String
    public var bundle: [UnitBundle]
    public var cost: Double
    public var status: String
    public var expirationDate: Day
    public var createdDate: SpacedTimestamp
    public var canCancel: Bool
    public var notes: String?

    public init(
        id: Int, unitAccountID: Int, unitAccountName: String, bundle: [UnitBundle], cost: Double,
        status: String, expirationDate: Day, createdDate: SpacedTimestamp, canCancel: Bool,
        notes: String? = nil
    ) {
        self.id = id
        self.unitAccountID = unitAccountID
        self.unitAccountName = unitAccountName
        self.bundle = bundle
        self.cost = cost
        self.status = status
        self.expirationDate = expirationDate
        self.createdDate = createdDate
        self.canCancel = canCancel
        self.notes = notes
    }

    enum CodingKeys: String, CodingKey {
        case id
        case unitAccountID = "unit_account_id"
        case unitAccountName = "unit_account_name"
        case bundle, cost, status
        case expirationDate = "expiration_date"
        case createdDate = "created_date"
        case canCancel = "can_cancel"
        case notes
    }
}
