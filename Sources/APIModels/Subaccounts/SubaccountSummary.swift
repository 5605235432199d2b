/// One subaccount in a list.
public struct SubaccountSummary: Codable, Equatable, Sendable {
    public var accountID: Int
    public var accountType: Open<AccountType>
    public var organizationName: String
    public var dateCreated: SpacedTimestamp
    public var accountManager: String?

    public init(
        accountID: Int, accountType: Open<AccountType>, organizationName: String,
        dateCreated: SpacedTimestamp, accountManager: String? = nil
    ) {
        self.accountID = accountID
        self.accountType = accountType
        self.organizationName = organizationName
        self.dateCreated = dateCreated
        self.accountManager = accountManager
    }

    enum CodingKeys: String, CodingKey {
        case accountID = "account_id"
        case accountType = "account_type"
        case organizationName = "organization_name"
        case dateCreated = "date_created"
        case accountManager = "account_manager"
    }
}
