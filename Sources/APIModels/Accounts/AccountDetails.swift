/// The settings of the account that a key belongs to.
public struct AccountDetails: Codable, Equatable, Sendable {
    public var id: Int
    public var makeRenewalCalls: Bool
    public var expressInstallEnabled: Bool
    /// Addresses in one string, a comma and a blank between them.
    public var adminEmails: String?
    /// In the same form.
    public var emergencyEmails: String?
    public var displayRepresentative: Bool
    public var representativeName: String?
    public var representativePhone: String?
    public var representativeEmail: String?
    public var balanceNegativeLimit: Int
    public var pricingModel: String?
    public var certificateTransparency: String
    public var certCentralType: Open<AccountType>
    public var primaryOrganizationID: Int?
    public var primaryOrganizationName: String?
    public var primaryOrganizationCountry: String?
    public var rootContainerID: Int?
    public var representativePhotoID: Int?
    public var clientManagerPhotoID: Int?
    public var billingAccountID: Int?
    public var billingAccountName: String?
    public var languageID: Int?
    public var migrated: Bool?
    public var hasAuthKey: Bool?
    public var enterpriseSupportPlan: String?
    public var defaultCountry: String?
    /// Said only to subaccounts.
    public var isResellerCustomer: Bool?

    public init(
        id: Int, makeRenewalCalls: Bool, expressInstallEnabled: Bool, adminEmails: String? = nil,
        emergencyEmails: String? = nil, displayRepresentative: Bool,
        representativeName: String? = nil, representativePhone: String? = nil,
        representativeEmail: String? = nil, balanceNegativeLimit: Int, pricingModel: String? = nil,
        certificateTransparency: String, certCentralType: Open<AccountType>,
        primaryOrganizationID: Int? = nil, primaryOrganizationName: String? = nil,
        primaryOrganizationCountry: String? = nil, rootContainerID: Int? = nil,
        representativePhotoID: Int? = nil, clientManagerPhotoID: Int? = nil,
        billingAccountID: Int? = nil, billingAccountName: String? = nil, languageID: Int? = nil,
        migrated: Bool? = nil, hasAuthKey: Bool? = nil, enterpriseSupportPlan: String? = nil,
        defaultCountry: String? = nil, isResellerCustomer: Bool? = nil
    ) {
        self.id = id
        self.makeRenewalCalls = makeRenewalCalls
        self.expressInstallEnabled = expressInstallEnabled
        self.adminEmails = adminEmails
        self.emergencyEmails = emergencyEmails
        self.displayRepresentative = displayRepresentative
        self.representativeName = representativeName
        self.representativePhone = representativePhone
        self.representativeEmail = representativeEmail
        self.balanceNegativeLimit = balanceNegativeLimit
        self.pricingModel = pricingModel
        self.certificateTransparency = certificateTransparency
        self.certCentralType = certCentralType
        self.primaryOrganizationID = primaryOrganizationID
        self.primaryOrganizationName = primaryOrganizationName
        self.primaryOrganizationCountry = primaryOrganizationCountry
        self.rootContainerID = rootContainerID
        self.representativePhotoID = representativePhotoID
        self.clientManagerPhotoID = clientManagerPhotoID
        self.billingAccountID = billingAccountID
        self.billingAccountName = billingAccountName
        self.languageID = languageID
        self.migrated = migrated
        self.hasAuthKey = hasAuthKey
        self.enterpriseSupportPlan = enterpriseSupportPlan
        self.defaultCountry = defaultCountry
        self.isResellerCustomer = isResellerCustomer
    }

    enum CodingKeys: String, CodingKey {
        case id
        case makeRenewalCalls = "make_renewal_calls"
        case expressInstallEnabled = "express_install_enabled"
        case adminEmails = "admin_email"
        case emergencyEmails = "emergency_emails"
        case displayRepresentative = "display_rep"
        case representativeName = "rep_name"
        case representativePhone = "rep_phone"
        case representativeEmail = "rep_email"
        case balanceNegativeLimit = "balance_negative_limit"
        case pricingModel = "pricing_model"
        case certificateTransparency = "cert_transparency"
        case certCentralType = "cert_central_type"
        case primaryOrganizationID = "primary_organization_id"
        case primaryOrganizationName = "primary_organization_name"
        case primaryOrganizationCountry = "primary_organization_country"
        case rootContainerID = "root_container_id"
        case representativePhotoID = "rep_photo_id"
        case clientManagerPhotoID = "client_mgr_photo_id"
        case billingAccountID = "billing_account_id"
        case billingAccountName = "billing_account_name"
        case languageID = "language_id"
        case migrated
        case hasAuthKey = "has_auth_key"
        case enterpriseSupportPlan = "ent_support_plan"
        case defaultCountry = "default_country"
        case isResellerCustomer = "is_reseller_customer"
    }
}
