/// Whether control over a domain is shown now.
public struct CheckOutcome: Codable, Equatable, Sendable {
    public var token: String?
    /// `active` or `inactive`.
    public var status: Open<ActivityStatus>

    public init(token: String? = nil, status: Open<ActivityStatus>) {
        self.token = token
        self.status = status
    }

    enum CodingKeys: String, CodingKey {
        case token, status
    }
}
