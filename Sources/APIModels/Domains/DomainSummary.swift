/// One domain in a list.
public struct DomainSummary: Codable, Equatable, Sendable {
    public var id: Int
    public var isActive: Bool
    public var name: String
    public var dateCreated: Timestamp
    public var lastSubmittedTime: Timestamp?
    public var dcvApprovalTime: Timestamp?
    public var organization: AssignedOrganization?
    public var validations: [Validation]?
    public var dcvMethod: Open<DCVMethod>?
    public var dcvExpiration: DCVExpiration?
    public var container: ContainerSummary

    public init(
        id: Int, isActive: Bool, name: String, dateCreated: Timestamp,
        lastSubmittedTime: Timestamp? = nil, dcvApprovalTime: Timestamp? = nil,
        organization: AssignedOrganization? = nil, validations: [Validation]? = nil,
        dcvMethod: Open<DCVMethod>? = nil, dcvExpiration: DCVExpiration? = nil,
        container: ContainerSummary
    ) {
        self.id = id
        self.isActive = isActive
        self.name = name
        self.dateCreated = dateCreated
        self.lastSubmittedTime = lastSubmittedTime
        self.dcvApprovalTime = dcvApprovalTime
        self.organization = organization
        self.validations = validations
        self.dcvMethod = dcvMethod
        self.dcvExpiration = dcvExpiration
        self.container = container
    }

    enum CodingKeys: String, CodingKey {
        case id
        case isActive = "is_active"
        case name
        case dateCreated = "date_created"
        case lastSubmittedTime = "last_submitted_datetime"
        case dcvApprovalTime = "dcv_approval_datetime"
        case organization, validations
        case dcvMethod = "dcv_method"
        case dcvExpiration = "dcv_expiration"
        case container
    }
}
