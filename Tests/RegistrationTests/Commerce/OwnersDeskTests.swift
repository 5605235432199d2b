import OrderCore
import Registration
import Storage
import Testing

@Suite struct OwnersDeskTests {
    @Test("no more is taken from the balance than could be spent")
    func withdrawal() async throws {
        let house = try await House()
        let owners = OwnersDesk(database: house.store, clock: house.registry.clock)
        #expect(try await owners.changeBalance(by: Money(cents: 500)) == Money(cents: 500))
        await #expect(
            throws: Refusal(
                .insufficientFunds,
                "At most 5.00 USD can be taken: the balance is 5.00, and may go 0.00 below 0.")
        ) { try await owners.changeBalance(by: Money(cents: -501)) }
        #expect(try await owners.changeBalance(by: Money(cents: -500)) == .zero)
        try await house.store.write { tx in
            let account = try tx.ownAccount().id
            var terms = try tx.terms(of: account)
            terms.negativeLimit = Money(cents: 200)
            try tx.save(terms, of: account)
        }
        #expect(try await owners.changeBalance(by: Money(cents: -200)) == Money(cents: -200))
        await #expect(throws: Refusal.self) {
            try await owners.changeBalance(by: Money(cents: -1))
        }
        #expect(try await owners.changeBalance(by: Money(cents: 50)) == Money(cents: -150))
        #expect(try await owners.balance() == Money(cents: -150))
    }
}
