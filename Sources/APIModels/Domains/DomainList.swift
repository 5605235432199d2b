/// The domains on one page.
public struct DomainList: Codable, Equatable, Sendable {
    public var domains: [DomainSummary]
    public var page: Page

    public init(domains: [DomainSummary], page: Page) {
        self.domains = domains
        self.page = page
    }

    enum CodingKeys: String, CodingKey {
        case domains, page
    }
}
