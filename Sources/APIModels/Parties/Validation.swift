/// One kind of validation of an organization or domain.
public struct Validation: Codable, Equatable, Sendable {
    public var type: Open<ValidationType>
    public var name: String
    public var description: String
    public var dateCreated: Timestamp?
    public var validatedUntil: Timestamp?
    public var status: Open<ValidationStatus>
    public var dcvStatus: Open<ValidationStatus>?
    public var organizationStatus: Open<ValidationStatus>?
    public var verifiedUsers: [Person]?

    public init(
        type: Open<ValidationType>, name: String, description: String,
        dateCreated: Timestamp? = nil, validatedUntil: Timestamp? = nil,
        status: Open<ValidationStatus>, dcvStatus: Open<ValidationStatus>? = nil,
        organizationStatus: Open<ValidationStatus>? = nil, verifiedUsers: [Person]? = nil
    ) {
        self.type = type
        self.name = name
        self.description = description
        self.dateCreated = dateCreated
        self.validatedUntil = validatedUntil
        self.status = status
        self.dcvStatus = dcvStatus
        self.organizationStatus = organizationStatus
        self.verifiedUsers = verifiedUsers
    }

    enum CodingKeys: String, CodingKey {
        case type, name, description
        case dateCreated = "date_created"
        case validatedUntil = "validated_until"
        case status
        case dcvStatus = "dcv_status"
        case organizationStatus = "org_status"
        case verifiedUsers = "verified_users"
    }
}
