/// What further names cost.
public struct NamePrice: Codable, Equatable, Sendable {
    public var subtotal: Double
    public var units: Int

    public init(subtotal: Double, units: Int) {
        self.subtotal = subtotal
        self.units = units
    }

    enum CodingKeys: String, CodingKey {
        case subtotal, units
    }
}
