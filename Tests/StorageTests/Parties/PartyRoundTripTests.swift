import Foundation
import OrderCore
import Storage
import TestKit
import Testing

@Suite struct PartyRoundTripTests {
    @Test("an account is read as it was written", arguments: Account.Kind.allCases, Engine.all)
    func account(kind: Account.Kind, engine: Engine) async throws {
        try await engine.withStore { store in
            let (parent, id, read, root) = try await store.write { tx in
                let parent = try tx.insertWorld().accountID
                let id = try tx.insert(
                    NewAccount(
                        parentID: parent, kind: kind, organizationName: "Child & Söhne",
                        childName: "", createdAt: noon))
                return (parent, id, try tx.account(id), try tx.rootAccount())
            }
            #expect(
                read
                    == Account(
                        id: id, parentID: parent, kind: kind, organizationName: "Child & Söhne",
                        childName: "", createdAt: noon))
            #expect(root?.id == parent)
        }
    }

    @Test("a container is read as it was written, below its parent", arguments: Engine.all)
    func container(engine: Engine) async throws {
        try await engine.withStore { store in
            let (world, id, read) = try await store.write { tx in
                let world = try tx.insertWorld()
                let id = try tx.insert(
                    NewContainer(
                        accountID: world.accountID, parentID: world.rootID, publicID: "abc",
                        name: "Sales", description: "Sells", templateID: 2))
                return (world, id, [try tx.container(id)] + (try tx.children(of: world.rootID)))
            }
            let container = Container(
                id: id, accountID: world.accountID, parentID: world.rootID, publicID: "abc",
                name: "Sales", description: "Sells", templateID: 2, isActive: true)
            #expect(read.first == container)
            #expect(read.dropFirst().map(\.?.id) == [world.divisionID, id])
            #expect(read.last == container)
        }
    }

    @Test("a user is read as it was written", arguments: Role.allCases, Engine.all)
    func user(role: Role, engine: Engine) async throws {
        try await engine.withStore { store in
            let (world, id, read, listed) = try await store.write { tx in
                let world = try tx.insertWorld()
                let id = try tx.insert(
                    NewUser(
                        accountID: world.accountID, containerID: world.divisionID,
                        username: "uma", firstName: "Uma", lastName: "User",
                        email: "uma@example.com", jobTitle: "Clerk", telephone: "1", role: role,
                        assignments: [world.divisionID, world.rootID]))
                let listed = try tx.users(in: world.scope, ListQuery()).elements.last
                return (world, id, try tx.user(id), listed)
            }
            let user = User(
                id: id, accountID: world.accountID, containerID: world.divisionID,
                username: "uma", firstName: "Uma", lastName: "User", email: "uma@example.com",
                jobTitle: "Clerk", telephone: "1", role: role, isActive: true,
                assignments: [world.rootID, world.divisionID])
            #expect(read == user)
            #expect(listed == user)
        }
    }

    @Test("the administrator of an account is its first", arguments: Engine.all)
    func administrator(engine: Engine) async throws {
        try await engine.withStore { store in
            let (world, found) = try await store.write { tx in
                let world = try tx.insertWorld()
                let second = NewUser.sample(world.accountID, world.rootID, "b", .administrator)
                _ = try tx.insert(second)
                return (world, try tx.administrator(of: world.accountID)?.id)
            }
            #expect(found == world.userID)
        }
    }

    @Test("a username is taken once, by anyone", arguments: Engine.all)
    func usernames(engine: Engine) async throws {
        try await engine.withStore { store in
            let taken = try await store.write { tx in
                _ = try tx.insertWorld()
                return [try tx.isUsernameTaken("ada@Example"), try tx.isUsernameTaken("ada")]
            }
            #expect(taken == [true, false])
        }
    }

    @Test("an organization is read as it was written, with its checks", arguments: Engine.all)
    func organization(engine: Engine) async throws {
        try await engine.withStore { store in
            let contact = Contact(
                firstName: "Connie", lastName: "Contact", email: "connie@example.com",
                jobTitle: "Clerk", telephone: "1", telephoneExtension: "2")
            let outstanding = Organization.Validation(type: .ev, createdAt: noon, validUntil: nil)
            let done = Organization.Validation(
                type: .ov, createdAt: noon, validUntil: noon.addingTimeInterval(1))
            let address = Organization.Address(
                street: "1 Street", street2: "Rear", city: "Town", state: "State", zip: "1",
                country: "us")
            let (world, id, read) = try await store.write { tx in
                let world = try tx.insertWorld()
                let id = try tx.insert(
                    NewOrganization(
                        accountID: world.accountID, containerID: world.rootID, name: "Example",
                        assumedName: "Ex", address: address, telephone: "1", contact: contact,
                        validations: [outstanding, done]))
                return (world, id, try tx.organization(id))
            }
            #expect(
                read
                    == Organization(
                        id: id, accountID: world.accountID, containerID: world.rootID,
                        name: "Example", assumedName: "Ex", address: address, telephone: "1",
                        isActive: true, contact: contact, validations: [outstanding, done]))
        }
    }

    @Test("a check that is done again keeps its beginning", arguments: Engine.all)
    func validation(engine: Engine) async throws {
        try await engine.withStore { store in
            let end = noon.addingTimeInterval(86_400)
            let checks = try await store.write { tx in
                let id = try tx.insertWorld().organizationID
                try tx.save(.init(type: .ov, createdAt: noon, validUntil: nil), of: id)
                try tx.save(.init(type: .ov, createdAt: end, validUntil: end), of: id)
                return try tx.organization(id)?.validations
            }
            #expect(checks == [.init(type: .ov, createdAt: noon, validUntil: end)])
        }
    }

    @Test("a custom field is read as it was written", arguments: Engine.all)
    func customField(engine: Engine) async throws {
        try await engine.withStore { store in
            let (world, read) = try await store.write { tx in
                let world = try tx.insertWorld()
                for format in CustomField.Format.allCases {
                    _ = try tx.insert(
                        NewCustomField(
                            accountID: world.accountID, label: format.rawValue, description: "d",
                            isRequired: true, format: format))
                }
                return (world, try tx.customFields(of: world.accountID).dropFirst())
            }
            let expected = zip(read, CustomField.Format.allCases).map { field, format in
                CustomField(
                    id: field.id, accountID: world.accountID, label: format.rawValue,
                    description: "d", isRequired: true, isActive: true, format: format)
            }
            #expect(read.count == CustomField.Format.allCases.count)
            #expect(Array(read) == expected)
        }
    }
}
