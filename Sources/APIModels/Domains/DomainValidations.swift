/// Where each kind of validation of a domain stands.
public struct DomainValidations: Codable, Equatable, Sendable {
    public var validations: [Validation]

    public init(validations: [Validation]) {
        self.validations = validations
    }

    enum CodingKeys: String, CodingKey {
        case validations
    }
}
