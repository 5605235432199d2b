/// How many units of a product were bought, and how many are left.
public struct UnitStanding: Codable, Equatable, Sendable {
    public var limit: Int
    public var balance: Int

    public init(limit: Int, balance: Int) {
        self.limit = limit
        self.balance = balance
    }

    enum CodingKeys: String, CodingKey {
        case limit, balance
    }
}
