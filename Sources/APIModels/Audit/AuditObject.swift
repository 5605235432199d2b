/// What an entry of the audit log is about.
public struct AuditObject: Codable, Equatable, Sendable {
    public var type: String
    public var id: Int?

    public init(type: String, id: Int?) {
        self.type = type
        self.id = id
    }

    enum CodingKeys: String, CodingKey {
        case type, id
    }
}
