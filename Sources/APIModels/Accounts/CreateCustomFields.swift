/// New custom order fields, all or none of which are made.
public struct CreateCustomFields: Codable, Equatable, Sendable {
    @LenientList public var metadata: [CreateCustomField]?

    public init(metadata: [CreateCustomField]? = nil) {
        self.metadata = metadata
    }

    enum CodingKeys: String, CodingKey {
        case metadata
    }
}
