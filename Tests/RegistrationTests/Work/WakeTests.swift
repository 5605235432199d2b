import OrderCore
import Registration
import Storage
import TestKit
import Testing

/// What an order waits for may come at any moment, also while somebody is looking for it.
@Suite struct WakeTests {
    @Test("a domain validated while its order is being placed is not missed")
    func whilePlacing() async throws {
        let house = try await House(wrap: { InterveningDatabase($0) })
        let database = try #require(house.store as? InterveningDatabase)
        let account = house.administrator.account.id
        database.before { _ = try await house.domains.validate("other.org", of: account) }
        let id = try await house.place(House.unproved).order.id
        try await house.worker.runOnce()
        #expect(try await house.state(id) == .issued)
    }

    @Test("a domain validated while the worker looks is not missed")
    func whileLooking() async throws {
        let house = try await House(wrap: { InterveningDatabase($0) })
        let database = try #require(house.store as? InterveningDatabase)
        let account = house.administrator.account.id
        let id = try await house.place(House.unproved, ["third.net"]).order.id
        _ = try await house.domains.validate("other.org", of: account)
        // The worker's first write claims, its second puts back.
        database.before {
            database.before { _ = try await house.domains.validate("third.net", of: account) }
        }
        try await house.worker.runOnce()
        #expect(try await house.state(id) == .pending)
        try await house.worker.runOnce()
        #expect(try await house.state(id) == .issued)
    }
}
