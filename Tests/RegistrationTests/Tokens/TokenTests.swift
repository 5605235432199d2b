import Foundation
import OrderCore
import Storage
import TestKit
import Testing

@testable import Registration

@Suite struct TokenTests {
    @Test("a token is listed, shipped once, and certified when its key is made")
    func shipped() async throws {
        let house = try await House()
        _ = try await house.placeToken(.shipToken)
        let desk = TokenDesk(registry: house.registry)
        #expect(try await desk.waiting().map(\.order.id) == [1])
        let before = try #require(try await house.order(1))
        let shipped = try await desk.ship(1)
        #expect(shipped.details.provisioning?.shippedAt == house.registry.clock.now)
        let order = try #require(try await house.order(1))
        #expect(order.details == shipped.details)
        #expect(order.state == .waitingPickup)
        #expect(order.version == before.version + 1)
        await #expect(
            throws: Refusal(.invalidOrderState, "The token has been shipped already.")
        ) { _ = try await desk.ship(1) }
        try await desk.install(SampleCSR.longRSA, on: 1)
        #expect(try await house.state(1) == .issued)
        #expect(try await desk.waiting().isEmpty)
        await #expect(throws: Refusal.self) { try await desk.install(SampleCSR.longRSA, on: 1) }
    }

    @Test("an own token is set up and never shipped; orders without one have none")
    func ownToken() async throws {
        let house = try await House()
        _ = try await house.placeToken(.clientApp)
        _ = try await house.place()
        let desk = TokenDesk(registry: house.registry)
        for id: ID<Order> in [1, 2, 3] {
            await #expect(throws: Refusal.self) { _ = try await desk.ship(id) }
        }
        try await desk.install(SampleCSR.p256, on: 1)
        #expect(try await house.state(1) == .issued)
    }
}

extension House {
    fileprivate func placeToken(_ method: Provisioning.Method) async throws -> Placement {
        var wish = try OrderWish.sample("code_signing", authority: registry.authority) {
            $0.commonName = nil
            $0.csr = nil
        }
        wish.details.provisioning = Provisioning(method: method)
        return try await orders.place(wish, for: administrator)
    }
}
