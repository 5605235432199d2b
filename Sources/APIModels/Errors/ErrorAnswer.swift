/// What any operation answers when it refuses.
///
/// `request_id` is an addition of ours; it leads to the log.
public struct ErrorAnswer: Codable, Equatable, Sendable {
    public var errors: [ErrorEntry]
    public var requestID: String?

    public init(errors: [ErrorEntry], requestID: String? = nil) {
        self.errors = errors
        self.requestID = requestID
    }

    enum CodingKeys: String, CodingKey {
        case errors
        case requestID = "request_id"
    }
}
