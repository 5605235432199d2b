/// The requests that wait, in all and by what they ask for.
public struct RequestCounts: Codable, Equatable, Sendable {
    public var total: Int
    public var types: [RequestCount]

    public init(total: Int, types: [RequestCount]) {
        self.total = total
        self.types = types
    }

    enum CodingKeys: String, CodingKey {
        case total, types
    }
}
