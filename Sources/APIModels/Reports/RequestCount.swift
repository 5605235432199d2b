/// How many requests of one type wait.
public struct RequestCount: Codable, Equatable, Sendable {
    public var type: Open<RequestType>
    public var requestCount: Int

    public init(type: Open<RequestType>, requestCount: Int) {
        self.type = type
        self.requestCount = requestCount
    }

    enum CodingKeys: String, CodingKey {
        case type
        case requestCount = "request_count"
    }
}
