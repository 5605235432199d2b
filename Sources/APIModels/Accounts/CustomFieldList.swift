/// The custom order fields of an account; `{}` where it has none.
public struct CustomFieldList: Codable, Equatable, Sendable {
    public var metadata: [CustomFieldDefinition]?

    public init(metadata: [CustomFieldDefinition]? = nil) {
        self.metadata = metadata
    }

    enum CodingKeys: String, CodingKey {
        case metadata
    }
}
