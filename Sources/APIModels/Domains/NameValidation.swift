/// How control over the names below one domain stands.
public struct NameValidation: Codable, Equatable, Sendable {
    public var domainID: String
    public var nameScope: String
    public var approvalScope: String?
    public var status: Open<DomainStatus>
    public var method: Open<DCVMethod>?
    public var dnsNames: [String]

    public init(
        domainID: String, nameScope: String, approvalScope: String? = nil,
        status: Open<DomainStatus>, method: Open<DCVMethod>? = nil, dnsNames: [String]
    ) {
        self.domainID = domainID
        self.nameScope = nameScope
        self.approvalScope = approvalScope
        self.status = status
        self.method = method
        self.dnsNames = dnsNames
    }

    enum CodingKeys: String, CodingKey {
        case domainID = "domain_id"
        case nameScope = "name_scope"
        case approvalScope = "approval_scope"
        case status, method
        case dnsNames = "dns_names"
    }
}
