/// The product of an order; lists stop after its type.
public struct OrderedProduct: Codable, Equatable, Sendable {
    public var nameID: String
    public var name: String
    public var type: String
    public var validationType: Open<ValidationType>?
    public var validationName: String?
    public var validationDescription: String?
    public var csrRequired: Bool?

    public init(
        nameID: String, name: String, type: String, validationType: Open<ValidationType>? = nil,
        validationName: String? = nil, validationDescription: String? = nil,
        csrRequired: Bool? = nil
    ) {
        self.nameID = nameID
        self.name = name
        self.type = type
        self.validationType = validationType
        self.validationName = validationName
        self.validationDescription = validationDescription
        self.csrRequired = csrRequired
    }

    enum CodingKeys: String, CodingKey {
        case nameID = "name_id"
        case name, type
        case validationType = "validation_type"
        case validationName = "validation_name"
        case validationDescription = "validation_description"
        case csrRequired = "csr_required"
    }
}
