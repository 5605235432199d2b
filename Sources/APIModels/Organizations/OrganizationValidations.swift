/// Where each kind of validation of an organization stands.
public struct OrganizationValidations: Codable, Equatable, Sendable {
    public var validations: [Validation]

    public init(validations: [Validation]) {
        self.validations = validations
    }

    enum CodingKeys: String, CodingKey {
        case validations
    }
}
