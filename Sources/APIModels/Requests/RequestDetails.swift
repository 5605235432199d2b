/// One request with its order.
public struct RequestDetails: Codable, Equatable, Sendable {
    public var id: Int
    public var date: Timestamp
    public var type: Open<RequestType>
    public var status: Open<RequestStatus>
    public var dateProcessed: Timestamp?
    public var requester: Person?
    public var reviewer: Person?
    public var processor: Person?
    public var order: OrderDetails
    public var comments: String?
    public var processorComment: String?
    /// The certificate that is asked for, or that shall be revoked.
    public var certificateID: Int?

    public init(
        id: Int, date: Timestamp, type: Open<RequestType>, status: Open<RequestStatus>,
        dateProcessed: Timestamp? = nil, requester: Person? = nil, reviewer: Person? = nil,
        processor: Person? = nil, order: OrderDetails, comments: String? = nil,
        processorComment: String? = nil, certificateID: Int? = nil
    ) {
        self.id = id
        self.date = date
        self.type = type
        self.status = status
        self.dateProcessed = dateProcessed
        self.requester = requester
        self.reviewer = reviewer
        self.processor = processor
        self.order = order
        self.comments = comments
        self.processorComment = processorComment
        self.certificateID = certificateID
    }

    enum CodingKeys: String, CodingKey {
        case id, date, type, status
        case dateProcessed = "date_processed"
        case requester, reviewer, processor, order, comments
        case processorComment = "processor_comment"
        case certificateID = "certificate_id"
    }
}
