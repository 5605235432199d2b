/// The subaccount an order came from.
public struct SubaccountReference: Codable, Equatable, Sendable {
    public var accountID: Int
    public var accountType: Open<AccountType>
    public var organizationName: String

    public init(accountID: Int, accountType: Open<AccountType>, organizationName: String) {
        self.accountID = accountID
        self.accountType = accountType
        self.organizationName = organizationName
    }

    enum CodingKeys: String, CodingKey {
        case accountID = "account_id"
        case accountType = "account_type"
        case organizationName = "organization_name"
    }
}
