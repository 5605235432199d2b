/// What an operation needs its caller to hold.
///
/// A new operation picks one of these; a new right is added here, to ``Role/rights`` and to
/// ``KeyRole/rights``, and the access matrix of the tests shows what that means for every endpoint.
package enum Right: String, CaseIterable, Sendable {
    /// Look at one's own user: every key may, clients test their key with it.
    case viewSelf
    case viewOrders
    case placeOrders
    case decideRequests
    case viewProducts
    case viewContainers
    case createContainers
    case viewOrganizations
    case createOrganizations
    case deleteOrganizations
    case viewDomains
    case addDomains
    case viewUsers
    /// Add, edit and delete users that may do no more than oneself.
    case manageUsers
    case viewAccount
    /// Set what holds for the whole account: who is told of what, from where it is let in.
    case manageAccount
    case viewCustomFields
    case manageCustomFields
    case viewSubaccounts
    case createSubaccounts
    case viewFinances
    /// Spend the account's funds on other things than orders.
    case manageFinances
    case createKeys
    /// See who changed what in the account.
    case viewAuditLog

    /// Whether holding it can change anything; a key for viewing holds none of those that can.
    package var isReading: Bool {
        switch self {
        case .viewSelf, .viewOrders, .viewProducts, .viewContainers, .viewOrganizations,
            .viewDomains, .viewUsers, .viewAccount, .viewCustomFields, .viewSubaccounts,
            .viewFinances, .viewAuditLog:
            true
        case .placeOrders, .decideRequests, .createContainers, .createOrganizations,
            .deleteOrganizations, .addDomains, .manageUsers, .manageAccount,
            .manageCustomFields, .createSubaccounts, .manageFinances, .createKeys:
            false
        }
    }
}
