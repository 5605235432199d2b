/// The part of a list an answer shows; clients go on until they have seen `total`.
public struct Page: Codable, Equatable, Sendable {
    public var total: Int
    public var limit: Int
    public var offset: Int

    public init(total: Int, limit: Int, offset: Int) {
        self.total = total
        self.limit = limit
        self.offset = offset
    }

    enum CodingKeys: String, CodingKey {
        case total, limit, offset
    }
}
