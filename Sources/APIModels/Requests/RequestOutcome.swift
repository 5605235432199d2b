/// The request an order has led to.
public struct RequestOutcome: Codable, Equatable, Sendable {
    public var id: Int
    public var status: Open<RequestStatus>

    public init(id: Int, status: Open<RequestStatus>) {
        self.id = id
        self.status = status
    }

    enum CodingKeys: String, CodingKey {
        case id, status
    }
}
