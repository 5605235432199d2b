import Foundation
import OrderCore
import Storage

/// Noon on 5 January 2026, UTC.
let noon = Date(timeIntervalSince1970: 1_767_614_400)

/// An account with one of everything that an order leans on.
struct World: Sendable {
    let accountID: ID<Account>
    let rootID: ID<Container>
    let divisionID: ID<Container>
    let organizationID: ID<Organization>
    let userID: ID<User>
    let otherUserID: ID<User>
    let issuerID: ID<CACertificate>
    let fieldID: ID<CustomField>

    var scope: Scope { Scope(accountID: accountID) }
}

extension Transaction {
    func insertWorld(
        _ name: String = "Example", below parent: ID<Account>? = nil,
        kind: Account.Kind = .enterprise
    ) throws -> World {
        let account = try insert(
            NewAccount(
                parentID: parent, kind: kind, organizationName: name, childName: nil,
                createdAt: noon))
        let root = try insert(NewContainer.sample(account, nil, name))
        let division = try insert(NewContainer.sample(account, root, name + " division"))
        return World(
            accountID: account, rootID: root, divisionID: division,
            organizationID: try insert(NewOrganization.sample(account, root, name)),
            userID: try insert(NewUser.sample(account, root, "ada@\(name)", .administrator)),
            otherUserID: try insert(
                NewUser.sample(account, division, "rory@\(name)", .limitedUser, [division])),
            issuerID: try insert(
                NewIssuer(
                    parentID: nil, name: name, keyID: name, der: [0x30, 0], createdAt: noon)),
            fieldID: try insert(
                NewCustomField(
                    accountID: account, label: "Cost center", description: nil,
                    isRequired: false, format: .text)))
    }
}

extension NewContainer {
    static func sample(
        _ account: ID<Account>, _ parent: ID<Container>?, _ name: String
    ) -> NewContainer {
        NewContainer(
            accountID: account, parentID: parent, publicID: "public \(name)", name: name,
            description: nil, templateID: 1)
    }
}

extension NewOrganization {
    static func sample(
        _ account: ID<Account>, _ container: ID<Container>, _ name: String,
        contact: Contact? = nil, validations: [Organization.Validation] = []
    ) -> NewOrganization {
        NewOrganization(
            accountID: account, containerID: container, name: name, assumedName: nil,
            address: Organization.Address(
                street: "1 Street", street2: nil, city: "Town", state: "State", zip: "1",
                country: "us"),
            telephone: nil, contact: contact, validations: validations)
    }
}

extension NewUser {
    static func sample(
        _ account: ID<Account>, _ container: ID<Container>, _ username: String, _ role: Role,
        _ assignments: [ID<Container>] = []
    ) -> NewUser {
        NewUser(
            accountID: account, containerID: container, username: username, firstName: "First",
            lastName: "Last", email: username + ".org", jobTitle: nil, telephone: nil, role: role,
            assignments: assignments)
    }
}
