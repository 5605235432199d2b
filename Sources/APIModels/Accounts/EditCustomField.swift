/// What changes in a custom order field; what is left out stays.
public struct EditCustomField: Codable, Equatable, Sendable {
    @LenientText public var label: String?
    @LenientText public var description: String?
    @LenientFlag public var isRequired: Bool?
    @LenientFlag public var isActive: Bool?
    @LenientChoice public var dataType: Open<CustomFieldType>?

    public init(
        label: String? = nil, description: String? = nil, isRequired: Bool? = nil,
        isActive: Bool? = nil, dataType: Open<CustomFieldType>? = nil
    ) {
        self.label = label
        self.description = description
        self.isRequired = isRequired
        self.isActive = isActive
        self.dataType = dataType
    }

    enum CodingKeys: String, CodingKey {
        case label, description
        case isRequired = "is_required"
        case isActive = "is_active"
        case dataType = "data_type"
    }
}
