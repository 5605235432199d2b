/// One request in a list.
public struct RequestSummary: Codable, Equatable, Sendable {
    public var id: Int
    public var date: Timestamp
    public var type: Open<RequestType>
    public var status: Open<RequestStatus>
    public var requester: Person?
    public var processor: Person?
    public var order: RequestedOrder

    public init(
        id: Int, date: Timestamp, type: Open<RequestType>, status: Open<RequestStatus>,
        requester: Person? = nil, processor: Person? = nil, order: RequestedOrder
    ) {
        self.id = id
        self.date = date
        self.type = type
        self.status = status
        self.requester = requester
        self.processor = processor
        self.order = order
    }

    enum CodingKeys: String, CodingKey {
        case id, date, type, status, requester, processor, order
    }
}
