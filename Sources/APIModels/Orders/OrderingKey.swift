/// The key or directory an order came through.
public struct OrderingKey: Codable, Equatable, Sendable {
    public var name: String
    public var keyType: Open<OrderOrigin>

    public init(name: String, keyType: Open<OrderOrigin>) {
        self.name = name
        self.keyType = keyType
    }

    enum CodingKeys: String, CodingKey {
        case name
        case keyType = "key_type"
    }
}
