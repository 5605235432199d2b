import OrderCore
import Storage
import TestKit
import Testing

@Suite struct LastNumberTests {
    /// A row whose number clients know, and that may be deleted.
    enum Kind: CaseIterable {
        case customField, domain, ipRule, organization, user
    }

    @Test(
        "the number of a row that was deleted is not given again", arguments: Kind.allCases,
        Engine.all)
    func again(kind: Kind, engine: Engine) async throws {
        try await engine.withStore { store in
            let (first, others) = try await store.write { tx in
                let world = try tx.insertWorld()
                let first = try tx.insertRow(kind, world, 0)
                try tx.deleteRow(kind, first)
                let second = try tx.insertRow(kind, world, 1)
                let third = try tx.insertRow(kind, world, 2)
                try tx.deleteRow(kind, third)
                try tx.deleteRow(kind, second)
                return (first, [second, third, try tx.insertRow(kind, world, 3)])
            }
            #expect(others == [first + 1, first + 2, first + 3])
        }
    }

    @Test("a copy counts on from what was deleted", arguments: CopyTests.routes)
    func copied(route: CopyTests.Route) async throws {
        try await route.from.withStore { source in
            try await route.to.withEmptyStore { target in
                let (world, last) = try await source.write { tx in
                    let world = try tx.insertWorld()
                    let last = try tx.insertRow(.domain, world, 0)
                    try tx.deleteRow(.domain, last)
                    return (world, last)
                }
                _ = try await Copying(from: source, to: target).run { _ in }
                let next = try await target.write { try $0.insertRow(.domain, world, 1) }
                #expect(next == last + 1)
            }
        }
    }
}

extension Transaction {
    fileprivate func insertRow(
        _ kind: LastNumberTests.Kind, _ world: World, _ number: Int
    ) throws -> Int64 {
        switch kind {
        case .customField:
            try insert(
                NewCustomField(
                    accountID: world.accountID, label: "Field \(number)", description: nil,
                    isRequired: false, format: .text)
            ).rawValue
        case .domain:
            try insert(
                NewDomain(
                    accountID: world.accountID, containerID: world.rootID,
                    organizationID: world.organizationID, name: "\(number).example.com",
                    createdAt: noon, validationTypes: [.ov],
                    control: DomainControl(
                        method: .email, token: nil, submittedAt: nil, proof: nil))
            ).rawValue
        case .ipRule:
            try insert(
                NewIPRule(
                    accountID: world.accountID, subject: .account,
                    range: IPv4Address(number: 1)...IPv4Address(number: 2), description: nil,
                    createdAt: noon)
            ).rawValue
        case .organization:
            try insert(NewOrganization.sample(world.accountID, world.rootID, "\(number)")).rawValue
        case .user:
            try insert(
                NewUser.sample(world.accountID, world.rootID, "\(number)", .standardUser)
            ).rawValue
        }
    }

    fileprivate func deleteRow(_ kind: LastNumberTests.Kind, _ id: Int64) throws {
        switch kind {
        case .customField: try delete(ID<CustomField>(id))
        case .domain: try delete(ID<Domain>(id))
        case .ipRule: _ = try delete(ID<IPRule>(id))
        case .organization: try delete(ID<Organization>(id))
        case .user: try delete(ID<User>(id))
        }
    }
}
