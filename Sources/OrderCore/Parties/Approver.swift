/// Somebody who speaks for an organization where it is checked: a verified contact.
package struct Approver: Equatable, Sendable {
    package let id: ID<Approver>
    package let organizationID: ID<Organization>
    package let person: Person
    /// The types of validation that it was named for.
    package let types: [ValidationType]

    /// Who it is. A user's names are those that it has now.
    package struct Person: Equatable, Sendable {
        package let userID: ID<User>?
        package let firstName: String
        package let lastName: String
        package let email: String
        package let jobTitle: String?
        package let telephone: String?

        package init(
            userID: ID<User>?, firstName: String, lastName: String, email: String,
            jobTitle: String?, telephone: String?
        ) {
            self.userID = userID
            self.firstName = firstName
            self.lastName = lastName
            self.email = email
            self.jobTitle = jobTitle
            self.telephone = telephone
        }

        package init(_ user: User) {
            self.init(
                userID: user.id, firstName: user.firstName, lastName: user.lastName,
                email: user.email, jobTitle: user.jobTitle, telephone: user.telephone)
        }

        package init(_ contact: Contact) {
            self.init(
                userID: nil, firstName: contact.firstName, lastName: contact.lastName,
                email: contact.email, jobTitle: contact.jobTitle, telephone: contact.telephone)
        }

        /// Whether it is the same user, or else bears the same names and mailbox.
        package func isSame(as other: Person) -> Bool {
            if userID != nil || other.userID != nil { return userID == other.userID }
            return firstName == other.firstName && lastName == other.lastName
                && email.lowercased() == other.email.lowercased()
        }
    }

    package init(
        id: ID<Approver>, organizationID: ID<Organization>, person: Person, types: [ValidationType]
    ) {
        self.id = id
        self.organizationID = organizationID
        self.person = person
        self.types = types
    }

    /// The most that an organization has.
    package static let countMax = 100
}
