/// The domains of a subaccount on one page.
public struct SubaccountDomainList: Codable, Equatable, Sendable {
    public var domains: [SubaccountDomain]
    public var page: Page

    public init(domains: [SubaccountDomain], page: Page) {
        self.domains = domains
        self.page = page
    }

    enum CodingKeys: String, CodingKey {
        case domains, page
    }
}
