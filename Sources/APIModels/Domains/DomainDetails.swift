/// What there is to say of one domain.
///
/// Control is described twice, in the older object `dcv` and in the members around it.
public struct DomainDetails: Codable, Equatable, Sendable {
    public var id: Int
    public var isActive: Bool
    public var status: Open<DomainStatus>
    public var isPendingValidation: Bool
    public var name: String
    public var dateCreated: Timestamp
    public var domainLockingStatus: String?
    public var accountToken: String?
    public var dcvApprovalTime: Timestamp?
    public var dcvExpirationTime: Timestamp?
    public var organization: AssignedOrganization?
    public var validations: [Validation]?
    public var dcvMethod: Open<DCVMethod>?
    public var dcvToken: DCVToken?
    public var dcv: DomainControl?
    public var dcvExpiration: DCVExpiration?
    public var baseDomain: String?
    public var container: ContainerSummary

    public init(
        id: Int, isActive: Bool, status: Open<DomainStatus>, isPendingValidation: Bool,
        name: String, dateCreated: Timestamp, domainLockingStatus: String? = nil,
        accountToken: String? = nil, dcvApprovalTime: Timestamp? = nil,
        dcvExpirationTime: Timestamp? = nil, organization: AssignedOrganization? = nil,
        validations: [Validation]? = nil, dcvMethod: Open<DCVMethod>? = nil,
        dcvToken: DCVToken? = nil, dcv: DomainControl? = nil, dcvExpiration: DCVExpiration? = nil,
        baseDomain: String? = nil, container: ContainerSummary
    ) {
        self.id = id
        self.isActive = isActive
        self.status = status
        self.isPendingValidation = isPendingValidation
        self.name = name
        self.dateCreated = dateCreated
        self.domainLockingStatus = domainLockingStatus
        self.accountToken = accountToken
        self.dcvApprovalTime = dcvApprovalTime
        self.dcvExpirationTime = dcvExpirationTime
        self.organization = organization
        self.validations = validations
        self.dcvMethod = dcvMethod
        self.dcvToken = dcvToken
        self.dcv = dcv
        self.dcvExpiration = dcvExpiration
        self.baseDomain = baseDomain
        self.container = container
    }

    enum CodingKeys: String, CodingKey {
        case id
        case isActive = "is_active"
        case status
        case isPendingValidation = "is_pending_validation"
        case name
        case dateCreated = "date_created"
        case domainLockingStatus = "domain_locking_status"
        case accountToken = "account_token"
        case dcvApprovalTime = "dcv_approval_datetime"
        case dcvExpirationTime = "dcv_expiration_datetime"
        case organization, validations
        case dcvMethod = "dcv_method"
        case dcvToken = "dcv_token"
        case dcv
        case dcvExpiration = "dcv_expiration"
        case baseDomain = "base_domain"
        case container
    }
}
