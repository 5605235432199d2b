/// The part of a list an answer shows; clients go on until they have seen `total`.
public struct Page: Codable, Equatable, Sendable {
    public var total: Int
    public var limit: Int
    public var offset: Int
    /// Where the next page begins, for `cursor=`; absent on the last page.
    public var nextCursor: String?

    public init(total: Int, limit: Int, offset: Int, nextCursor: String? = nil) {
        self.total = total
        self.limit = limit
        self.offset = offset
        self.nextCursor = nextCursor
    }

    enum CodingKeys: String, CodingKey {
        case total, limit, offset
        case nextCursor = "next_cursor"
    }
}
