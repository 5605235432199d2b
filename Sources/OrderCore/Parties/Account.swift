package import Foundation

/// A closed world of users, divisions, organizations and orders; it may have subaccounts.
package struct Account: Equatable, Sendable {
    package let id: ID<Account>
    package let parentID: ID<Account>?
    package let kind: Kind
    /// The legal name of its primary organization.
    package let organizationName: String
    package let childName: String?
    package let createdAt: Date

    package enum Kind: String, CaseIterable, Sendable {
        case retail
        case enterprise
        case reseller
        case managed
    }

    package init(
        id: ID<Account>, parentID: ID<Account>?, kind: Kind, organizationName: String,
        childName: String?, createdAt: Date
    ) {
        self.id = id
        self.parentID = parentID
        self.kind = kind
        self.organizationName = organizationName
        self.childName = childName
        self.createdAt = createdAt
    }
}
