/// A change: who made it, from where, and what became of each row.
public struct AuditEntryDetails: Codable, Equatable, Sendable {
    public var id: Int
    public var date: Timestamp
    /// What was asked for: an operation of this API, or a command of the CA's own people.
    public var operation: String
    public var author: AuditAuthor
    /// What it is about.
    public var object: AuditObject
    public var requestID: String?
    public var ipAddress: String?
    public var forwardedAddress: String?
    public var changes: [AuditChange]

    public init(
        id: Int, date: Timestamp, operation: String, author: AuditAuthor, object: AuditObject,
        requestID: String?, ipAddress: String?, forwardedAddress: String?, changes: [AuditChange]
    ) {
        self.id = id
        self.date = date
        self.operation = operation
        self.author = author
        self.object = object
        self.requestID = requestID
        self.ipAddress = ipAddress
        self.forwardedAddress = forwardedAddress
        self.changes = changes
    }

    enum CodingKeys: String, CodingKey {
        case id, date, operation, author, object
        case requestID = "request_id"
        case ipAddress = "ip_address"
        case forwardedAddress = "forwarded_address"
        case changes
    }
}
