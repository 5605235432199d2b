/// A name with what a check of it came to.
public struct CheckedName: Codable, Equatable, Sendable {
    public var dnsName: String
    public var status: Open<DomainStatus>

    public init(dnsName: String, status: Open<DomainStatus>) {
        self.dnsName = dnsName
        self.status = status
    }

    enum CodingKeys: String, CodingKey {
        case dnsName = "dns_name"
        case status
    }
}
