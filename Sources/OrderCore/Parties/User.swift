package struct User: Equatable, Sendable {
    package let id: ID<User>
    package let accountID: ID<Account>
    package let containerID: ID<Container>
    package let username: String
    package let firstName: String
    package let lastName: String
    package let email: String
    package let jobTitle: String?
    package let telephone: String?
    package let role: Role
    package let isActive: Bool
    /// The containers that the user is confined to; none means all of the account.
    package let assignments: [ID<Container>]

    package init(
        id: ID<User>, accountID: ID<Account>, containerID: ID<Container>, username: String,
        firstName: String, lastName: String, email: String, jobTitle: String?, telephone: String?,
        role: Role, isActive: Bool, assignments: [ID<Container>]
    ) {
        self.id = id
        self.accountID = accountID
        self.containerID = containerID
        self.username = username
        self.firstName = firstName
        self.lastName = lastName
        self.email = email
        self.jobTitle = jobTitle
        self.telephone = telephone
        self.role = role
        self.isActive = isActive
        self.assignments = assignments
    }

    /// Where what the user makes is filed, unless something else is said: at home, or where its
    /// home is outside of what it is confined to, in the first container of that.
    package var filingID: ID<Container> {
        guard let first = assignments.first, !assignments.contains(containerID) else {
            return containerID
        }
        return first
    }

    package var reference: UserReference {
        UserReference(id: id, firstName: firstName, lastName: lastName, email: email)
    }
}

/// As much of a user as other things show of them.
package struct UserReference: Equatable, Sendable {
    package let id: ID<User>
    package let firstName: String
    package let lastName: String
    package let email: String

    package init(id: ID<User>, firstName: String, lastName: String, email: String) {
        self.id = id
        self.firstName = firstName
        self.lastName = lastName
        self.email = email
    }
}
