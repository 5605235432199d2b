/// The request a revocation has led to.
public struct RequestReceipt: Codable, Equatable, Sendable {
    public var id: Int
    public var date: Timestamp
    public var type: Open<RequestType>
    public var status: Open<RequestStatus>
    public var requester: Person?
    public var comments: String?

    public init(
        id: Int, date: Timestamp, type: Open<RequestType>, status: Open<RequestStatus>,
        requester: Person? = nil, comments: String? = nil
    ) {
        self.id = id
        self.date = date
        self.type = type
        self.status = status
        self.requester = requester
        self.comments = comments
    }

    enum CodingKeys: String, CodingKey {
        case id, date, type, status, requester, comments
    }
}
