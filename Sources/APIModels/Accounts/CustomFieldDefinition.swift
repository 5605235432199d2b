/// What a custom order field is for.
public struct CustomFieldDefinition: Codable, Equatable, Sendable {
    public var id: Int
    public var label: String
    public var isRequired: Bool
    public var isActive: Bool
    public var dataType: Open<CustomFieldType>?
    public var description: String?
    public var showInReceipt: Bool?

    public init(
        id: Int, label: String, isRequired: Bool, isActive: Bool,
        dataType: Open<CustomFieldType>? = nil, description: String? = nil,
        showInReceipt: Bool? = nil
    ) {
        self.id = id
        self.label = label
        self.isRequired = isRequired
        self.isActive = isActive
        self.dataType = dataType
        self.description = description
        self.showInReceipt = showInReceipt
    }

    enum CodingKeys: String, CodingKey {
        case id, label
        case isRequired = "is_required"
        case isActive = "is_active"
        case dataType = "data_type"
        case description
        case showInReceipt = "show_in_receipt"
    }
}
