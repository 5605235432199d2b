/// Vouchers bought together, with their codes.
public struct VoucherOrder: Codable, Equatable, Sendable {
    public var id: Int
    public var name: String?
    public var status: String
    public var cost: Double
    public var createdDate: SpacedTimestamp
    public var expirationDate: Day
    public var costPlusTax: Double?
    public var currency: String?
    public var canCancel: Bool?
    public var receiptID: Int?
    public var codes: [VoucherCode]
    public var notes: String?
    public var page: Page?

    public init(
        id: Int, name: String? = nil, status: String, cost: Double, createdDate: SpacedTimestamp,
        expirationDate: Day, costPlusTax: Double? = nil, currency: String? = nil,
        canCancel: Bool? = nil, receiptID: Int? = nil, codes: [VoucherCode], notes: String? = nil,
        page: Page? = nil
    ) {
        self.id = id
        self.name = name
        self.status = status
        self.cost = cost
        self.createdDate = createdDate
        self.expirationDate = expirationDate
        self.costPlusTax = costPlusTax
        self.currency = currency
        self.canCancel = canCancel
        self.receiptID = receiptID
        self.codes = codes
        self.notes = notes
        self.page = page
    }

    enum CodingKeys: String, CodingKey {
        case id, name, status, cost
        case createdDate = "created_date"
        case expirationDate = "expiration_date"
        case costPlusTax = "cost_plus_tax"
        case currency
        case canCancel = "can_cancel"
        case receiptID = "receipt_id"
        case codes, notes, page
    }
}
