/// The entries of the audit log on one page.
public struct AuditEntryList: Codable, Equatable, Sendable {
    public var entries: [AuditEntryDetails]
    public var page: Page

    public init(entries: [AuditEntryDetails], page: Page) {
        self.entries = entries
        self.page = page
    }

    enum CodingKeys: String, CodingKey {
        case entries, page
    }
}
