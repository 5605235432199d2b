/// One order in a list.
public struct OrderSummary: Codable, Equatable, Sendable {
    public var id: Int
    public var certificate: CertificateSummary
    public var status: Open<OrderStatus>
    public var isRenewed: Bool?
    public var dateCreated: Timestamp
    public var organization: OrderOrganization?
    public var validityYears: Int?
    public var disableRenewalNotifications: Bool?
    public var container: ContainerSummary
    public var product: OrderedProduct
    public var hasDuplicates: Bool?
    public var duplicatesCount: Int?
    public var reissuesCount: Int?
    public var hasReissues: Bool?
    public var productNameID: String
    public var price: Double?
    public var customFields: [CustomField]?

    public init(
        id: Int, certificate: CertificateSummary, status: Open<OrderStatus>, isRenewed: Bool? = nil,
        dateCreated: Timestamp, organization: OrderOrganization? = nil, validityYears: Int? = nil,
        disableRenewalNotifications: Bool? = nil, container: ContainerSummary,
        product: OrderedProduct, hasDuplicates: Bool? = nil, duplicatesCount: Int? = nil,
        reissuesCount: Int? = nil, hasReissues: Bool? = nil, productNameID: String,
        price: Double? = nil, customFields: [CustomField]? = nil
    ) {
        self.id = id
        self.certificate = certificate
        self.status = status
        self.isRenewed = isRenewed
        self.dateCreated = dateCreated
        self.organization = organization
        self.validityYears = validityYears
        self.disableRenewalNotifications = disableRenewalNotifications
        self.container = container
        self.product = product
        self.hasDuplicates = hasDuplicates
        self.duplicatesCount = duplicatesCount
        self.reissuesCount = reissuesCount
        self.hasReissues = hasReissues
        self.productNameID = productNameID
        self.price = price
        self.customFields = customFields
    }

    enum CodingKeys: String, CodingKey {
        case id, certificate, status
        case isRenewed = "is_renewed"
        case dateCreated = "date_created"
        case organization
        case validityYears = "validity_years"
        case disableRenewalNotifications = "disable_renewal_notifications"
        case container, product
        case hasDuplicates = "has_duplicates"
        case duplicatesCount = "duplicates_count"
        case reissuesCount = "reissues_count"
        case hasReissues = "has_reissues"
        case productNameID = "product_name_id"
        case price
        case customFields = "custom_fields"
    }
}
