import OrderCore
import Registration
import Storage
import Testing

@Suite struct RenewalTests {
    @Test("an old order points to its renewal, and the renewal back")
    func pointers() async throws {
        let house = try await House()
        let old = try await house.place().order.id
        let renewal = try await house.place { $0.renewalOf = old }.order.id
        #expect(try await house.order(old)?.renewedBy == renewal)
        #expect(try await house.order(renewal)?.renewalOf == old)
    }

    @Test("a renewal that is rejected takes its pointer back")
    func rejection() async throws {
        let house = try await House()
        let old = try await house.place().order.id
        let renewal = try await house.place(approval: .ask) { $0.renewalOf = old }
        #expect(try await house.order(old)?.renewedBy == renewal.order.id)
        try await house.decide(renewal.request.id, .rejected)
        #expect(try await house.order(old)?.renewedBy == nil)
    }

    @Test("a renewal that is canceled takes its pointer back", arguments: [true, false])
    func cancellation(isApproved: Bool) async throws {
        let house = try await House()
        let old = try await house.place().order.id
        let renewal = try await house.place(House.unproved, approval: isApproved ? .skip : .ask) {
            $0.renewalOf = old
        }.order.id
        #expect(try await house.order(old)?.renewedBy == renewal)
        try await house.cancel(renewal)
        #expect(try await house.order(old)?.renewedBy == nil)
    }

    @Test("only an order of one's own that was issued can be renewed")
    func refusals() async throws {
        let house = try await House()
        let waiting = try await house.place(approval: .ask).order.id
        await #expect(
            throws: Refusal(
                .orderNotRenewable,
                "renewal_of_order_id is \(waiting), whose status is needs_approval")
        ) { try await house.place { $0.renewalOf = waiting } }
        await #expect(
            throws: Refusal(
                .invalidValue("renewal_of_order_id"),
                "renewal_of_order_id is 4711, which is no order of yours")
        ) { try await house.place { $0.renewalOf = 4711 } }
    }

    @Test("an order that is renewed, or about to be, is not renewed a second time")
    func twice() async throws {
        for approval in [ApprovalWish.skip, .ask] {
            let house = try await House()
            let old = try await house.place().order.id
            let first = try await house.place(approval: approval) { $0.renewalOf = old }.order.id
            let twice = Refusal(
                .orderNotRenewable,
                "renewal_of_order_id is \(old), which the order \(first) renews already")
            await #expect(throws: twice) { try await house.place { $0.renewalOf = old } }
            #expect(try await house.order(old)?.renewedBy == first)
        }
    }

    @Test("an order whose renewal came to nothing is renewed by another one")
    func again() async throws {
        let house = try await House()
        let old = try await house.place().order.id
        let rejected = try await house.place(approval: .ask) { $0.renewalOf = old }
        try await house.decide(rejected.request.id, .rejected)
        let canceled = try await house.place(approval: .ask) { $0.renewalOf = old }.order.id
        try await house.cancel(canceled)
        let revoked = try await house.place { $0.renewalOf = old }.order.id
        _ = try await house.revocations.revokeOrder(
            revoked, RevocationWish(reason: .superseded, comments: nil, approval: .skip),
            for: house.administrator)
        let last = try await house.place { $0.renewalOf = old }.order.id
        #expect(try await house.order(old)?.renewedBy == last)
    }

    @Test("of renewals that are asked for at the same time, one is taken")
    func together() async throws {
        let house = try await House()
        let old = try await house.place().order.id
        let taken = try await withThrowingTaskGroup(of: Bool.self) { group in
            for _ in 0..<4 {
                group.addTask {
                    do {
                        _ = try await house.place { $0.renewalOf = old }
                        return true
                    } catch let refusal as Refusal {
                        #expect(refusal.code == .orderNotRenewable)
                        return false
                    }
                }
            }
            return try await group.reduce(0) { $0 + ($1 ? 1 : 0) }
        }
        #expect(taken == 1)
    }
}
