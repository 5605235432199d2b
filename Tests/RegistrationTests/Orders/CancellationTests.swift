import OrderCore
import Registration
import Storage
import Testing

@Suite struct CancellationTests {
    @Test(
        "an order that waits for approval or proof ends with all that waited for it",
        arguments: [ApprovalWish.ask, .skip])
    func waiting(approval: ApprovalWish) async throws {
        let house = try await House()
        let placement = try await house.place(House.unproved, approval: approval)
        try await house.cancel(placement.order.id)
        let file = try await house.orders.file(.id(placement.order.id), for: house.administrator)
        #expect(file.order.state == .canceled)
        #expect(file.certificate.standing == .rejected)
        #expect(file.requests.map(\.state) == [approval == .ask ? .rejected : .approved])
        #expect(try await house.effectsCount() == 0)
    }

    @Test("a reissue that waits is taken back, and the order is as it was")
    func reissue() async throws {
        let house = try await House()
        let placed = try await house.place()
        let reissue = try await house.reissue(placed.order.id, approval: .ask)
        #expect(reissue.order.state == .reissuePending)
        try await house.cancel(placed.order.id)
        let order = try await house.order(placed.order.id)
        #expect(order?.state == .issued)
        #expect(order?.primaryCertificateID == placed.certificate.id)
        #expect(
            try await house.certificates(placed.order.id).map(\.standing) == [.issued, .rejected])
    }

    @Test("an issued order is not canceled")
    func issued() async throws {
        let house = try await House()
        let id = try await house.place().order.id
        await #expect(throws: OrderState.issued.refusal("canceled")) { try await house.cancel(id) }
        #expect(try await house.state(id) == .issued)
    }

    @Test("an order that has ended is not canceled again")
    func ended() async throws {
        let house = try await House()
        let id = try await house.place(House.unproved).order.id
        try await house.cancel(id)
        await #expect(throws: OrderState.canceled.refusal("canceled")) {
            try await house.cancel(id)
        }
    }

    @Test("taking back a reissue leaves a waiting duplicate alone")
    func duplicateWaits() async throws {
        let house = try await House()
        let id = try await house.place().order.id
        let duplicate = try await house.duplicate(id, approval: .ask)
        _ = try await house.reissue(id, approval: .ask)
        try await house.cancel(id)
        let request = try await house.store.read { try $0.request(duplicate.request.id) }
        #expect(request?.state == .pending)
        #expect(
            try await house.certificates(id).map(\.standing) == [.issued, .pending, .rejected])
    }
}
