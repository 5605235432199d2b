/// A request as its order tells it.
public struct OrderRequest: Codable, Equatable, Sendable {
    public var id: Int
    public var date: Timestamp
    public var type: Open<RequestType>
    public var status: Open<RequestStatus>
    public var comments: String?

    public init(
        id: Int, date: Timestamp, type: Open<RequestType>, status: Open<RequestStatus>,
        comments: String? = nil
    ) {
        self.id = id
        self.date = date
        self.type = type
        self.status = status
        self.comments = comments
    }

    enum CodingKeys: String, CodingKey {
        case id, date, type, status, comments
    }
}
