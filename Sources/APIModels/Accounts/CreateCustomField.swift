/// A new custom order field.
public struct CreateCustomField: Codable, Equatable, Sendable {
    @LenientText public var label: String?
    @LenientText public var description: String?
    @LenientFlag public var isRequired: Bool?
    @LenientFlag public var isActive: Bool?
    @LenientChoice public var dataType: Open<CustomFieldType>?
    @LenientFlag public var showInReceipt: Bool?

    public init(
        label: String? = nil, description: String? = nil, isRequired: Bool? = nil,
        isActive: Bool? = nil, dataType: Open<CustomFieldType>? = nil, showInReceipt: Bool? = nil
    ) {
        self.label = label
        self.description = description
        self.isRequired = isRequired
        self.isActive = isActive
        self.dataType = dataType
        self.showInReceipt = showInReceipt
    }

    enum CodingKeys: String, CodingKey {
        case label, description
        case isRequired = "is_required"
        case isActive = "is_active"
        case dataType = "data_type"
        case showInReceipt = "show_in_receipt"
    }
}
