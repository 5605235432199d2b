/// An API key or an ACME credential, without its secret.
public struct KeyDetails: Codable, Equatable, Sendable {
    public var id: Int
    public var user: Person
    public var status: String
    public var createDate: Timestamp
    public var lastUsedDate: Timestamp?
    public var name: String
    public var isLegacy: Bool
    public var restrictedToRoleID: Int
    /// This and what follows is there for ACME credentials only.
    public var directoryURL: String?
    public var productNameID: String?
    public var productName: String?
    public var organizationID: String?
    public var organizationName: String?
    public var validityDays: String?
    public var validityYears: String?

    public init(
        id: Int, user: Person, status: String, createDate: Timestamp,
        lastUsedDate: Timestamp? = nil, name: String, isLegacy: Bool, restrictedToRoleID: Int,
        directoryURL: String? = nil, productNameID: String? = nil, productName: String? = nil,
        organizationID: String? = nil, organizationName: String? = nil, validityDays: String? = nil,
        validityYears: String? = nil
    ) {
        self.id = id
        self.user = user
        self.status = status
        self.createDate = createDate
        self.lastUsedDate = lastUsedDate
        self.name = name
        self.isLegacy = isLegacy
        self.restrictedToRoleID = restrictedToRoleID
        self.directoryURL = directoryURL
        self.productNameID = productNameID
        self.productName = productName
        self.organizationID = organizationID
        self.organizationName = organizationName
        self.validityDays = validityDays
        self.validityYears = validityYears
    }

    enum CodingKeys: String, CodingKey {
        case id, user, status
        case createDate = "create_date"
        case lastUsedDate = "last_used_date"
        case name
        case isLegacy = "is_legacy"
        case restrictedToRoleID = "restricted_to_role_id"
        case directoryURL = "acme_directory_url"
        case productNameID = "product_name_id"
        case productName = "product_name"
        case organizationID = "organization_id"
        case organizationName = "organization_name"
        case validityDays = "validity_days"
        case validityYears = "validity_years"
    }
}
