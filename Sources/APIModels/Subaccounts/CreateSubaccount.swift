/// A new account below this one.
public struct CreateSubaccount: Codable, Equatable, Sendable {
    @LenientChoice public var accountType: Open<AccountType>?
    @LenientList public var allowedGrandchildren: [String]?
    @LenientID public var accountManagerUserID: Int?
    @LenientFlag public var billParent: Bool?
    @LenientFlag public var enforceBillParent: Bool?
    @LenientText public var childName: String?
    @LenientNumber public var multiYearPlanLengthMax: Int?
    @LenientObject public var user: NewUser?
    @LenientObject public var organization: NewAccountOrganization?

    public init(
        accountType: Open<AccountType>? = nil, allowedGrandchildren: [String]? = nil,
        accountManagerUserID: Int? = nil, billParent: Bool? = nil, enforceBillParent: Bool? = nil,
        childName: String? = nil, multiYearPlanLengthMax: Int? = nil, user: NewUser? = nil,
        organization: NewAccountOrganization? = nil
    ) {
        self.accountType = accountType
        self.allowedGrandchildren = allowedGrandchildren
        self.accountManagerUserID = accountManagerUserID
        self.billParent = billParent
        self.enforceBillParent = enforceBillParent
        self.childName = childName
        self.multiYearPlanLengthMax = multiYearPlanLengthMax
        self.user = user
        self.organization = organization
    }

    enum CodingKeys: String, CodingKey {
        case accountType = "account_type"
        case allowedGrandchildren = "allowed_grandchildren"
        case accountManagerUserID = "account_manager_user_id"
        case billParent = "bill_parent"
        case enforceBillParent = "enforce_bill_parent"
        case childName = "child_name"
        case multiYearPlanLengthMax = "max_allowed_multi_year_plan_length"
        case user, organization
    }
}
