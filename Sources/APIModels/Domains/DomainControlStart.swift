/// Where the control over a domain stands once proof was asked for.
public struct DomainControlStart: Codable, Equatable, Sendable {
    public var status: Open<DomainStatus>

    public init(status: Open<DomainStatus>) {
        self.status = status
    }

    enum CodingKeys: String, CodingKey {
        case status
    }
}
