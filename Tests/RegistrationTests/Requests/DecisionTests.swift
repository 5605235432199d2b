import OrderCore
import Registration
import Storage
import TestKit
import Testing

@Suite struct DecisionTests {
    @Test("an approved order is issued where nothing is outstanding")
    func approval() async throws {
        let house = try await House()
        let placed = try await house.place(approval: .ask)
        try await house.decide(placed.request.id, .approved)
        let file = try await house.orders.file(.id(placed.order.id), for: house.administrator)
        #expect(file.order.state == .issued)
        #expect(file.certificate.standing == .issued)
        #expect(
            file.requests.map(\.decision) == [
                .init(
                    by: house.administrator.user.id, at: StoppedClock.noon, comment: "so be it")
            ])
    }

    @Test("an approved order waits where something is outstanding")
    func outstanding() async throws {
        let house = try await House()
        let placed = try await house.place(House.unproved, approval: .ask)
        try await house.decide(placed.request.id, .approved)
        #expect(try await house.state(placed.order.id) == .pending)
        #expect(try await house.effectsCount() == 1)
    }

    @Test("a rejected order is refused with its certificate")
    func rejection() async throws {
        let house = try await House()
        let placed = try await house.place(approval: .ask)
        try await house.decide(placed.request.id, .rejected)
        #expect(try await house.state(placed.order.id) == .rejected)
        #expect(try await house.certificates(placed.order.id).map(\.standing) == [.rejected])
    }

    @Test("a request may pass a first reader before it is approved")
    func submitting() async throws {
        let house = try await House()
        let placed = try await house.place(approval: .ask)
        try await house.decide(placed.request.id, .submitted)
        #expect(try await house.state(placed.order.id) == .needsApproval)
        try await house.decide(placed.request.id, .approved)
        #expect(try await house.state(placed.order.id) == .issued)
    }

    @Test(
        "a request is decided once", arguments: [RequestState.approved, .rejected],
        [RequestState.approved, .rejected, .submitted])
    func twice(first: RequestState, second: RequestState) async throws {
        let house = try await House()
        let placed = try await house.place(approval: .ask)
        try await house.decide(placed.request.id, first)
        let before = try await house.store.dump()
        await #expect(
            throws: Refusal(
                .requestAlreadyProcessed, "The request has already been \(first.rawValue).")
        ) { try await house.decide(placed.request.id, second) }
        #expect(try await house.store.dump() == before)
    }

    @Test("who may not approve is refused")
    func approver() async throws {
        let house = try await House()
        let placed = try await house.place(approval: .ask)
        let user = try await house.caller(.standardUser)
        await #expect(
            throws: Refusal(
                .invalidApprover, "The owner of the API key may not decide about this request.")
        ) {
            try await house.requests.decide(placed.request.id, .approved, comment: nil, for: user)
        }
    }

    @Test("of twenty approvals at once, one issues the certificate")
    func atOnce() async throws {
        let house = try await House()
        let placed = try await house.place(approval: .ask)
        let refusals = try await withThrowingTaskGroup(of: Refusal?.self) { group in
            for _ in 0..<20 {
                group.addTask {
                    do {
                        try await house.decide(placed.request.id, .approved)
                        return nil
                    } catch let refusal as Refusal {
                        return refusal
                    }
                }
            }
            return try await group.reduce(into: []) { $0 += [$1].compactMap(\.self) }
        }
        let processed = Refusal(
            .requestAlreadyProcessed, "The request has already been approved.")
        #expect(refusals == Array(repeating: processed, count: 19))
        #expect(try await house.certificates(placed.order.id).map(\.standing) == [.issued])
        let order = try await house.order(placed.order.id)
        #expect(order?.version == 3)
    }
}
