/// Buys units for a subaccount.
public struct CreateUnitOrder: Codable, Equatable, Sendable {
    @LenientID public var unitAccountID: Int?
    @LenientText public var notes: String?
    @LenientList public var bundle: [UnitWish]?

    public init(unitAccountID: Int? = nil, notes: String? = nil, bundle: [UnitWish]? = nil) {
        self.unitAccountID = unitAccountID
        self.notes = notes
        self.bundle = bundle
    }

    enum CodingKeys: String, CodingKey {
        case unitAccountID = "unit_account_id"
        case notes, bundle
    }
}
