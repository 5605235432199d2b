import OrderCore
import Registration
import Storage
import TestKit
import Testing

@Suite struct KeyDeskTests {
    @Test("a new key calls as the administrator, in its own role")
    func create() async throws {
        let house = try await House()
        let made = try await house.installation.keys.create(name: "Reader", role: .viewOnly)
        let caller = try await house.installation.keys.caller(showing: made.key)
        #expect(caller.user == house.administrator.user)
        #expect(caller.account == house.administrator.account)
        #expect(caller.key == .init(id: made.id, name: "Reader", role: .viewOnly))
    }

    @Test("a revoked key is nobody's, and is revoked once")
    func revoke() async throws {
        let house = try await House()
        let keys = house.installation.keys
        let made = try await keys.create(name: "Reader", role: .viewOnly)
        let outcomes = [try await keys.revoke(made.id), try await keys.revoke(made.id)]
        #expect(outcomes == [true, false])
        await #expect(throws: Refusal.invalidKey) { try await keys.caller(showing: made.key) }
    }

    @Test(
        "what is no key is nobody's",
        arguments: [
            nil, "", " ", "garbage", "' OR 1 = 1 --", String(repeating: "a", count: 257),
        ])
    func garbage(key: String?) async throws {
        let house = try await House()
        await #expect(throws: Refusal.invalidKey) {
            try await house.installation.keys.caller(showing: key)
        }
    }

    @Test("an installation is founded once")
    func founding() async throws {
        let house = try await House()
        let before = try await house.store.dump()
        let founding = Founding(
            database: house.store, keepers: Keepers(files: try FixedKeeper()),
            serials: house.installation.chance,
            clock: house.registry.clock, tokens: house.registry.tokens)
        await #expect(throws: FoundingProblem.alreadyFounded) {
            try await founding.found(
                Founding.Plan(), publication: SampleInstallation.publication)
        }
        #expect(try await house.store.dump() == before)
        #expect(try await Founding.isDone(in: house.store))
    }
}
