/// What is to change about a subaccount.
public struct EditSubaccount: Codable, Equatable, Sendable {
    @LenientID public var accountManagerUserID: Int?
    @LenientFlag public var billParent: Bool?
    @LenientText public var childName: String?
    @LenientFlag public var allowParentOrderRenewal: Bool?
    /// Has no `account_manager_user_id` mean that there is to be none.
    @LenientFlag public var allowRemovingAccountManager: Bool?

    public init(
        accountManagerUserID: Int? = nil, billParent: Bool? = nil, childName: String? = nil,
        allowParentOrderRenewal: Bool? = nil, allowRemovingAccountManager: Bool? = nil
    ) {
        self.accountManagerUserID = accountManagerUserID
        self.billParent = billParent
        self.childName = childName
        self.allowParentOrderRenewal = allowParentOrderRenewal
        self.allowRemovingAccountManager = allowRemovingAccountManager
    }

    enum CodingKeys: String, CodingKey {
        case accountManagerUserID = "account_manager_user_id"
        case billParent = "bill_parent"
        case childName = "child_name"
        case allowParentOrderRenewal = "allow_parent_order_renewal"
        case allowRemovingAccountManager = "allow_removing_account_manager"
    }
}
