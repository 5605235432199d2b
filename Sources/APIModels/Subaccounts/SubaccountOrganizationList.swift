/// The organizations of a subaccount on one page.
public struct SubaccountOrganizationList: Codable, Equatable, Sendable {
    public var organizations: [SubaccountOrganization]
    public var page: Page

    public init(organizations: [SubaccountOrganization], page: Page) {
        self.organizations = organizations
        self.page = page
    }

    enum CodingKeys: String, CodingKey {
        case organizations, page
    }
}
