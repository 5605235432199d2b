/// The hashes a product may be signed with.
public struct SignatureHashChoice: Codable, Equatable, Sendable {
    public var allowedHashTypes: [SignatureHash]
    public var defaultHashTypeID: String

    public init(allowedHashTypes: [SignatureHash], defaultHashTypeID: String) {
        self.allowedHashTypes = allowedHashTypes
        self.defaultHashTypeID = defaultHashTypeID
    }

    enum CodingKeys: String, CodingKey {
        case allowedHashTypes = "allowed_hash_types"
        case defaultHashTypeID = "default_hash_type_id"
    }
}
