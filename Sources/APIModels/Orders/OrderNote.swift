/// A remark somebody left on an order.
public struct OrderNote: Codable, Equatable, Sendable {
    public var id: Int
    public var text: String

    public init(id: Int, text: String) {
        self.id = id
        self.text = text
    }

    enum CodingKeys: String, CodingKey {
        case id, text
    }
}
