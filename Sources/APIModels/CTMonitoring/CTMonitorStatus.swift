/// Whether certificates for the names of an order are watched for.
public struct CTMonitorStatus: Codable, Equatable, Sendable {
    public var status: Bool

    public init(status: Bool) {
        self.status = status
    }

    enum CodingKeys: String, CodingKey {
        case status
    }
}
