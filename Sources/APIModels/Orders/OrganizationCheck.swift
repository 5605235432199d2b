/// One kind of check of an order's organization.
public struct OrganizationCheck: Codable, Equatable, Sendable {
    public var type: Open<ValidationType>
    public var name: String
    public var description: String
    public var dateCreated: Timestamp?
    public var validatedUntil: Timestamp?
    public var status: Open<ValidationStatus>
    public var verificationDetails: VerificationDetails

    public init(
        type: Open<ValidationType>, name: String, description: String,
        dateCreated: Timestamp? = nil, validatedUntil: Timestamp? = nil,
        status: Open<ValidationStatus>, verificationDetails: VerificationDetails
    ) {
        self.type = type
        self.name = name
        self.description = description
        self.dateCreated = dateCreated
        self.validatedUntil = validatedUntil
        self.status = status
        self.verificationDetails = verificationDetails
    }

    enum CodingKeys: String, CodingKey {
        case type, name, description
        case dateCreated = "date_created"
        case validatedUntil = "validated_until"
        case status
        case verificationDetails = "verification_details"
    }
}
