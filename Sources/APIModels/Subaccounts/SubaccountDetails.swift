/// What a parent is told of one subaccount.
public struct SubaccountDetails: Codable, Equatable, Sendable {
    public var accountID: Int
    public var accountType: Open<AccountType>
    public var organizationName: String
    public var childName: String?
    public var dateCreated: SpacedTimestamp
    public var parentAccountID: String
    public var billingAccountName: String?
    public var billingAccountID: Int?
    public var accountManager: String?
    public var billParent: Bool
    public var enforceBillParent: Bool?
    public var masterUser: MasterUser
    public var organization: OrganizationSummary
    public var multiYearPlanLengthMax: Int?

    public init(
        accountID: Int, accountType: Open<AccountType>, organizationName: String,
        childName: String? = nil, dateCreated: SpacedTimestamp, parentAccountID: String,
        billingAccountName: String? = nil, billingAccountID: Int? = nil,
        accountManager: String? = nil, billParent: Bool, enforceBillParent: Bool? = nil,
        masterUser: MasterUser, organization: OrganizationSummary,
        multiYearPlanLengthMax: Int? = nil
    ) {
        self.accountID = accountID
        self.accountType = accountType
        self.organizationName = organizationName
        self.childName = childName
        self.dateCreated = dateCreated
        self.parentAccountID = parentAccountID
        self.billingAccountName = billingAccountName
        self.billingAccountID = billingAccountID
        self.accountManager = accountManager
        self.billParent = billParent
        self.enforceBillParent = enforceBillParent
        self.masterUser = masterUser
        self.organization = organization
        self.multiYearPlanLengthMax = multiYearPlanLengthMax
    }

    enum CodingKeys: String, CodingKey {
        case accountID = "account_id"
        case accountType = "account_type"
        case organizationName = "organization_name"
        case childName = "child_name"
        case dateCreated = "date_created"
        case parentAccountID = "parent_account_id"
        case billingAccountName = "billing_account_name"
        case billingAccountID = "billing_account_id"
        case accountManager = "account_manager"
        case billParent = "bill_parent"
        case enforceBillParent = "enforce_bill_parent"
        case masterUser = "master_user"
        case organization
        case multiYearPlanLengthMax = "max_allowed_multi_year_plan_length"
    }
}
