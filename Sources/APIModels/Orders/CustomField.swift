/// A custom field as its order filled it in.
public struct CustomField: Codable, Equatable, Sendable {
    public var metadataID: Int
    public var label: String
    public var value: String

    public init(metadataID: Int, label: String, value: String) {
        self.metadataID = metadataID
        self.label = label
        self.value = value
    }

    enum CodingKeys: String, CodingKey {
        case metadataID = "metadata_id"
        case label, value
    }
}
