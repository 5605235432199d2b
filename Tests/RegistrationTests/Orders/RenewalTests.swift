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
                .invalidValue("renewal_of_order_id"),
                "renewal_of_order_id is \(waiting), whose status is needs_approval")
        ) { try await house.place { $0.renewalOf = waiting } }
        await #expect(
            throws: Refusal(
                .invalidValue("renewal_of_order_id"),
                "renewal_of_order_id is 4711, which is no order of yours")
        ) { try await house.place { $0.renewalOf = 4711 } }
    }

    @Test("of two renewals, one that is canceled leaves the pointer to the other")
    func two() async throws {
        let house = try await House()
        let old = try await house.place().order.id
        let first = try await house.place { $0.renewalOf = old }.order.id
        let second = try await house.place(approval: .ask) { $0.renewalOf = old }.order.id
        try await house.cancel(second)
        #expect(try await house.order(old)?.renewedBy == first)
    }
}
