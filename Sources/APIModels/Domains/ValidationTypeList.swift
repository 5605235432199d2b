/// The kinds of validation that can be asked for.
public struct ValidationTypeList: Codable, Equatable, Sendable {
    public var validationTypes: [ValidationTypeDetails]

    public init(validationTypes: [ValidationTypeDetails]) {
        self.validationTypes = validationTypes
    }

    enum CodingKeys: String, CodingKey {
        case validationTypes = "validation_types"
    }
}
