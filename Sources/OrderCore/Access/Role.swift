/// The role of a user in its account (contract: access roles).
package enum Role: Int, CaseIterable, Sendable {
    case administrator = 1
    case limitedUser = 2
    case financeManager = 3
    case manager = 4
    case standardUser = 5

    package var name: String {
        switch self {
        case .administrator: "Administrator"
        case .limitedUser: "Limited User"
        case .financeManager: "Finance Manager"
        case .manager: "Manager"
        case .standardUser: "Standard User"
        }
    }

    /// Asked with every request, so worked out once.
    package var rights: Set<Right> { Self.rightsByRole[self] ?? [] }

    private static let rightsByRole = Dictionary(
        uniqueKeysWithValues: allCases.map { ($0, $0.grantedRights) })

    private var grantedRights: Set<Right> {
        switch self {
        case .administrator:
            Set(Right.allCases)
        case .manager:
            Set(Right.allCases).subtracting([
                .createSubaccounts, .viewSubaccounts, .createContainers, .manageCustomFields,
                .deleteOrganizations, .viewAuditLog, .manageAccount,
            ])
        case .financeManager:
            Self.ordering.union([.viewAccount, .viewFinances, .manageFinances])
        case .standardUser, .limitedUser:
            Self.ordering
        }
    }

    /// Whether the user sees only the orders that it placed itself.
    package var seesOwnOrdersOnly: Bool { self == .limitedUser }

    /// Whether the user may approve, and so skip the approval of its own requests.
    package var approves: Bool { rights.contains(.decideRequests) }

    /// Whether the user may do all that a user of another role may.
    package func covers(_ other: Role) -> Bool { rights.isSuperset(of: other.rights) }

    private static let ordering: Set<Right> = [
        .viewSelf, .viewOrders, .placeOrders, .viewProducts, .viewContainers, .viewOrganizations,
        .viewDomains, .viewCustomFields,
    ]
}

/// What an API key is narrowed to, whatever its user may do (contract: `restricted_to_role_id`).
package enum KeyRole: Int, CaseIterable, Sendable {
    case unrestricted = 0
    case orders = 100
    case ordersDomainsOrganizations = 101
    case viewOnly = 102
    case userManagement = 103

    package var name: String {
        switch self {
        case .unrestricted: "None"
        case .orders: "Orders"
        case .ordersDomainsOrganizations: "Orders, Domains, Organizations"
        case .viewOnly: "View Only"
        case .userManagement: "User Management"
        }
    }

    /// Asked with every request, so worked out once.
    package var rights: Set<Right> { Self.rightsByRole[self] ?? [] }

    private static let rightsByRole = Dictionary(
        uniqueKeysWithValues: allCases.map { ($0, $0.grantedRights) })

    private var grantedRights: Set<Right> {
        switch self {
        case .unrestricted:
            Set(Right.allCases)
        case .orders:
            Self.orderRights
        case .ordersDomainsOrganizations:
            Self.orderRights.union([
                .viewOrganizations, .createOrganizations, .deleteOrganizations, .viewDomains,
                .addDomains,
            ])
        case .viewOnly:
            Set(Right.allCases.filter(\.isReading))
        case .userManagement:
            [.viewSelf, .viewUsers, .manageUsers, .viewContainers]
        }
    }

    private static let orderRights: Set<Right> = [
        .viewSelf, .viewOrders, .placeOrders, .decideRequests, .viewProducts, .viewContainers,
        .viewCustomFields,
    ]
}
