/// The requests on one page.
public struct RequestList: Codable, Equatable, Sendable {
    public var requests: [RequestSummary]
    public var page: Page

    public init(requests: [RequestSummary], page: Page) {
        self.requests = requests
        self.page = page
    }

    enum CodingKeys: String, CodingKey {
        case requests, page
    }
}
