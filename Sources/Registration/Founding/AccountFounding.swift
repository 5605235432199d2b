import Foundation
import OrderCore
import Storage

/// The person who is an account's first administrator, as described.
package struct FounderText: Sendable {
    package var firstName: String?
    package var lastName: String?
    package var email: String?
    package var username: String?
    package var jobTitle: String?
    package var telephone: String?

    package init() {}

    package static let nameCharactersMax = 128
    package static let usernameCharactersMax = 255
    package static let emailCharactersMax = 255
    /// Of a job title or a telephone number.
    package static let lineCharactersMax = 64

    /// - Parameter path: the member that holds it; empty for a body that is nothing else.
    func checked(path: String) throws -> Founder {
        let path = path.isEmpty ? "" : path + "."
        func checked(_ text: String, _ member: String, _ max: Int) throws -> String {
            guard text.count <= max, !text.contains(where: \.isNewline) else {
                throw Refusal.invalid(
                    path + member, "is longer than one line of \(max) characters")
            }
            return text
        }
        func line(
            _ value: String?, _ member: String, _ max: Int = Self.nameCharactersMax
        ) throws -> String {
            guard let text = value?.trimmingSpaces, !text.isEmpty else {
                throw Refusal.required(path + member)
            }
            return try checked(text, member, max)
        }
        func lineIfPresent(_ value: String?, _ member: String) throws -> String? {
            try value.map { try checked($0, member, Self.lineCharactersMax) }
        }
        let email = try line(email, "email", Self.emailCharactersMax)
        guard EmailAddress.isPlausible(email) else {
            throw Refusal.invalid(path + "email", "is \(email.quoted), which is no e-mail address")
        }
        let username = username ?? email
        let allowed = username.utf8.allSatisfy { Self.usernameCharacters.contains($0) }
        guard allowed, username.utf8.count <= Self.usernameCharactersMax else {
            throw Refusal.invalid(
                path + "username", "is \(username.quoted): letters, digits and @ - _ + . only")
        }
        return Founder(
            firstName: try line(firstName, "first_name"), lastName: try line(lastName, "last_name"),
            email: email, username: username, jobTitle: try lineIfPresent(jobTitle, "job_title"),
            telephone: try lineIfPresent(telephone, "telephone"))
    }

    private static let usernameCharacters = Set(
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789@-_+.".utf8)
}

struct Founder: Sendable {
    let firstName: String
    let lastName: String
    let email: String
    let username: String
    let jobTitle: String?
    let telephone: String?
}

/// What an account begins with.
struct AccountFounding: Sendable {
    let parentID: ID<Account>?
    let kind: Account.Kind
    let childName: String?
    let organization: OrganizationText
    let founder: Founder
    let containerPublicID: String
}

struct FoundedAccount: Sendable {
    let accountID: ID<Account>
    let containerID: ID<Container>
    let organizationID: ID<Organization>
    let userID: ID<User>
}

extension Transaction {
    /// Makes an account with a root container, its organization and its administrator.
    func found(_ founding: AccountFounding, at now: Date) throws -> FoundedAccount {
        guard try !isUsernameTaken(founding.founder.username) else {
            throw Refusal(
                .duplicateUsername, "The username \(founding.founder.username.quoted) is taken.")
        }
        let name = founding.organization.name?.trimmingSpaces ?? ""
        let account: ID<Account> = try insert(
            NewAccount(
                parentID: founding.parentID, kind: founding.kind, organizationName: name,
                childName: founding.childName, createdAt: now))
        let container = try insert(
            NewContainer(
                accountID: account, parentID: nil, publicID: founding.containerPublicID,
                name: name, description: nil, templateID: ContainerTemplate.standardID))
        let founder = founding.founder
        let organization = try founding.organization
            .newOrganization(account: account, container: container, path: "organization")
            .reached(through: founder)
        return FoundedAccount(
            accountID: account, containerID: container,
            organizationID: try insert(organization),
            userID: try insert(
                NewUser(
                    accountID: account, containerID: container, username: founder.username,
                    firstName: founder.firstName, lastName: founder.lastName,
                    email: founder.email, jobTitle: founder.jobTitle,
                    telephone: founder.telephone, role: .administrator)))
    }
}

package enum ContainerTemplate {
    package static let standardID = 1
    package static let standardName = "Standard"
}

extension NewOrganization {
    /// Takes the founder for the contact where none was given.
    fileprivate func reached(through founder: Founder) -> NewOrganization {
        with(
            contact: contact
                ?? Contact(
                    firstName: founder.firstName, lastName: founder.lastName,
                    email: founder.email, jobTitle: founder.jobTitle,
                    telephone: founder.telephone ?? telephone, telephoneExtension: nil),
            validations: validations)
    }

    /// The same, waiting to be validated.
    func awaiting(_ types: [ValidationType], since now: Date) -> NewOrganization {
        with(
            contact: contact,
            validations: types.map { .init(type: $0, createdAt: now, validUntil: nil) })
    }

    private func with(
        contact: Contact?, validations: [Organization.Validation]
    ) -> NewOrganization {
        NewOrganization(
            accountID: accountID, containerID: containerID, name: name, assumedName: assumedName,
            address: address, telephone: telephone, contact: contact, validations: validations)
    }
}
