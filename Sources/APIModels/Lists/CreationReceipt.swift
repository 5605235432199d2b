/// The id of what was created.
public struct CreationReceipt: Codable, Equatable, Sendable {
    public var id: Int

    public init(id: Int) {
        self.id = id
    }

    enum CodingKeys: String, CodingKey {
        case id
    }
}
