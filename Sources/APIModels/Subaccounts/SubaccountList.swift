/// The subaccounts on one page.
public struct SubaccountList: Codable, Equatable, Sendable {
    public var subaccounts: [SubaccountSummary]
    public var page: Page

    public init(subaccounts: [SubaccountSummary], page: Page) {
        self.subaccounts = subaccounts
        self.page = page
    }

    enum CodingKeys: String, CodingKey {
        case subaccounts, page
    }
}
