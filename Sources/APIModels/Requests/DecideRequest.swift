/// Approves, rejects or moves a request.
public struct DecideRequest: Codable, Equatable, Sendable {
    @LenientChoice public var status: Open<RequestStatus>?
    @LenientText public var processorComment: String?

    public init(status: Open<RequestStatus>? = nil, processorComment: String? = nil) {
        self.status = status
        self.processorComment = processorComment
    }

    enum CodingKeys: String, CodingKey {
        case status
        case processorComment = "processor_comment"
    }
}
