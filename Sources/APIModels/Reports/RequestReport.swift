/// How many requests wait for a decision.
public struct RequestReport: Codable, Equatable, Sendable {
    public var request: RequestCounts

    public init(request: RequestCounts) {
        self.request = request
    }

    enum CodingKeys: String, CodingKey {
        case request
    }
}
