/// What an order says in one custom field.
public struct CustomFieldValue: Codable, Equatable, Sendable {
    @LenientID public var metadataID: Int?
    @LenientText public var value: String?

    public init(metadataID: Int? = nil, value: String? = nil) {
        self.metadataID = metadataID
        self.value = value
    }

    enum CodingKeys: String, CodingKey {
        case metadataID = "metadata_id"
        case value
    }
}
