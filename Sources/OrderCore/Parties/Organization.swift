package import Foundation

package struct Organization: Equatable, Sendable {
    package let id: ID<Organization>
    package let accountID: ID<Account>
    package let containerID: ID<Container>
    package let name: String
    package let assumedName: String?
    package let address: Address
    package let telephone: String?
    package let isActive: Bool
    package let contact: Contact?
    package let validations: [Validation]

    package struct Address: Equatable, Sendable {
        package let street: String
        package let street2: String?
        package let city: String
        package let state: String
        package let zip: String
        /// ISO 3166-1 alpha-2, lower case.
        package let country: String

        package init(
            street: String, street2: String?, city: String, state: String, zip: String,
            country: String
        ) {
            self.street = street
            self.street2 = street2
            self.city = city
            self.state = state
            self.zip = zip
            self.country = country
        }
    }

    package struct Validation: Equatable, Sendable {
        package let type: ValidationType
        package let createdAt: Date
        /// Absent while the check is outstanding.
        package let validUntil: Date?

        package init(type: ValidationType, createdAt: Date, validUntil: Date?) {
            self.type = type
            self.createdAt = createdAt
            self.validUntil = validUntil
        }

        package static let reuseDays = 397
    }

    package init(
        id: ID<Organization>, accountID: ID<Account>, containerID: ID<Container>, name: String,
        assumedName: String?, address: Address, telephone: String?, isActive: Bool,
        contact: Contact?, validations: [Validation]
    ) {
        self.id = id
        self.accountID = accountID
        self.containerID = containerID
        self.name = name
        self.assumedName = assumedName
        self.address = address
        self.telephone = telephone
        self.isActive = isActive
        self.contact = contact
        self.validations = validations
    }

    package var displayName: String { Self.displayName(name: name, assumedName: assumedName) }

    package static func displayName(name: String, assumedName: String?) -> String {
        assumedName.map { "\(name) (\($0))" } ?? name
    }

    package func isValidated(for type: ValidationType, at now: Date) -> Bool {
        validations.contains {
            $0.type.covered.contains(type) && ($0.validUntil ?? .distantPast) > now
        }
    }
}

/// A person to speak to about an organization or an order.
package struct Contact: Equatable, Sendable {
    package let firstName: String
    package let lastName: String
    package let email: String
    package let jobTitle: String?
    package let telephone: String?
    package let telephoneExtension: String?

    package init(
        firstName: String, lastName: String, email: String, jobTitle: String?, telephone: String?,
        telephoneExtension: String?
    ) {
        self.firstName = firstName
        self.lastName = lastName
        self.email = email
        self.jobTitle = jobTitle
        self.telephone = telephone
        self.telephoneExtension = telephoneExtension
    }
}
