/// Asks for an organization's validation, for the first time or again.
public struct SubmitOrganization: Codable, Equatable, Sendable {
    @LenientList public var validations: [ValidationToSubmit]?

    public init(validations: [ValidationToSubmit]? = nil) {
        self.validations = validations
    }

    enum CodingKeys: String, CodingKey {
        case validations
    }
}
