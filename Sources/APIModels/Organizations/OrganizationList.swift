/// The organizations on one page; all at once where a container asks.
public struct OrganizationList: Codable, Equatable, Sendable {
    public var organizations: [OrganizationSummary]
    public var page: Page?

    public init(organizations: [OrganizationSummary], page: Page? = nil) {
        self.organizations = organizations
        self.page = page
    }

    enum CodingKeys: String, CodingKey {
        case organizations, page
    }
}
