/// A remark to leave on an order.
public struct AddNote: Codable, Equatable, Sendable {
    @LenientText public var text: String?

    public init(text: String? = nil) {
        self.text = text
    }

    enum CodingKeys: String, CodingKey {
        case text
    }
}
