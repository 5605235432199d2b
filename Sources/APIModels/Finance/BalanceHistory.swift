/// The movements of the balance on one page.
public struct BalanceHistory: Codable, Equatable, Sendable {
    public var adjustments: [BalanceAdjustment]
    public var page: Page

    public init(adjustments: [BalanceAdjustment], page: Page) {
        self.adjustments = adjustments
        self.page = page
    }

    enum CodingKeys: String, CodingKey {
        case adjustments, page
    }
}
