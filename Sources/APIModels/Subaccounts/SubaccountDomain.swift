/// A domain of a subaccount, as its parent is shown it.
public struct SubaccountDomain: Codable, Equatable, Sendable {
    public var id: Int
    public var isActive: Bool
    public var name: String
    public var dcvApprovalTime: Timestamp?
    public var lastSubmittedTime: Timestamp?
    public var dateCreated: Timestamp
    public var organization: AssignedOrganization?
    public var validations: [Validation]?
    public var dcvExpiration: DCVExpiration?

    public init(
        id: Int, isActive: Bool, name: String, dcvApprovalTime: Timestamp? = nil,
        lastSubmittedTime: Timestamp? = nil, dateCreated: Timestamp,
        organization: AssignedOrganization? = nil, validations: [Validation]? = nil,
        dcvExpiration: DCVExpiration? = nil
    ) {
        self.id = id
        self.isActive = isActive
        self.name = name
        self.dcvApprovalTime = dcvApprovalTime
        self.lastSubmittedTime = lastSubmittedTime
        self.dateCreated = dateCreated
        self.organization = organization
        self.validations = validations
        self.dcvExpiration = dcvExpiration
    }

    enum CodingKeys: String, CodingKey {
        case id
        case isActive = "is_active"
        case name
        case dcvApprovalTime = "dcv_approval_datetime"
        case lastSubmittedTime = "last_submitted_datetime"
        case dateCreated = "date_created"
        case organization, validations
        case dcvExpiration = "dcv_expiration"
    }
}
