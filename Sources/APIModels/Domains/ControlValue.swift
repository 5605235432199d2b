/// The value that shows control over all names of an order.
public struct ControlValue: Codable, Equatable, Sendable {
    public var dcvRandomValue: String
    public var expirationDate: Timestamp

    public init(dcvRandomValue: String, expirationDate: Timestamp) {
        self.dcvRandomValue = dcvRandomValue
        self.expirationDate = expirationDate
    }

    enum CodingKeys: String, CodingKey {
        case dcvRandomValue = "dcv_random_value"
        case expirationDate = "expiration_date"
    }
}
