/// A division of an account. Containers form a tree; the root has no parent.
package struct Container: Equatable, Sendable {
    package let id: ID<Container>
    package let accountID: ID<Account>
    package let parentID: ID<Container>?
    package let publicID: String
    package let name: String
    package let description: String?
    package let templateID: Int
    package let isActive: Bool

    package init(
        id: ID<Container>, accountID: ID<Account>, parentID: ID<Container>?, publicID: String,
        name: String, description: String?, templateID: Int, isActive: Bool
    ) {
        self.id = id
        self.accountID = accountID
        self.parentID = parentID
        self.publicID = publicID
        self.name = name
        self.description = description
        self.templateID = templateID
        self.isActive = isActive
    }
}
