/// The request an order has led to.
public struct RequestOutcome: Codable, Equatable, Sendable {
    public var id: Int
    public var status: Open<RequestStatus>
    /// The certificate that a reissue or a duplicate asks for, also while it waits for approval.
    public var certificateID: Int?

    public init(id: Int, status: Open<RequestStatus>, certificateID: Int? = nil) {
        self.id = id
        self.status = status
        self.certificateID = certificateID
    }

    enum CodingKeys: String, CodingKey {
        case id, status
        case certificateID = "certificate_id"
    }
}
