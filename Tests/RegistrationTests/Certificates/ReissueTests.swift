import OrderCore
import Registration
import Storage
import Testing

@Suite struct ReissueTests {
    @Test("a reissue at once becomes the primary certificate, with its names")
    func atOnce() async throws {
        let house = try await House()
        let placed = try await house.place()
        let reissue = try await house.reissue(placed.order.id, ["a.example.com"])
        let file = try await house.orders.file(.id(placed.order.id), for: house.administrator)
        #expect(file.order.state == .issued)
        #expect(file.certificate.id == reissue.certificate.id)
        #expect(file.certificate.standing == .issued)
        let standings = try await house.certificates(placed.order.id).map(\.standing)
        #expect(standings == [.issued, .issued])
        let names = try await house.store.read {
            try $0.rows("SELECT name FROM order_names ORDER BY name", []) { $0.text() }
        }
        #expect(names == ["a.example.com"])
    }

    @Test("what is issued at once is written once, and wakes nobody")
    func once() async throws {
        let house = try await House()
        let placed = try await house.place()
        let id = placed.order.id
        let waiting = try await house.place(House.unproved).certificate.id
        try await house.store.write { tx in
            _ = try tx.run("UPDATE effects SET due_at = 9000000000000", [])
        }
        let reissue = try await house.reissue(id)
        let duplicate = try await house.duplicate(id)
        let order = try await house.order(id)
        #expect(order?.version == placed.order.version + 2)
        #expect(order == duplicate.order)
        #expect(
            try await house.certificates(id).dropFirst().map(\.state) == [
                reissue.certificate.state, duplicate.certificate.state,
            ])
        let requests = try await house.store.read { try $0.requests(of: id) }
        #expect(requests.dropFirst() == [reissue.request, duplicate.request])
        let due = try await house.store.read {
            try $0.rows("SELECT certificate_id, due_at FROM effects", []) {
                [$0.long(), $0.long()]
            }
        }
        #expect(due == [[waiting.rawValue, 9_000_000_000_000]])
    }

    @Test("a reissue that waits leaves the old certificate in its place until it is approved")
    func approval() async throws {
        let house = try await House()
        let placed = try await house.place()
        let reissue = try await house.reissue(placed.order.id, approval: .ask)
        #expect(try await house.state(placed.order.id) == .reissuePending)
        let before = try await house.order(placed.order.id)?.primaryCertificateID
        #expect(before == placed.certificate.id)
        try await house.decide(reissue.request.id, .approved)
        #expect(try await house.state(placed.order.id) == .issued)
        let after = try await house.order(placed.order.id)?.primaryCertificateID
        #expect(after == reissue.certificate.id)
    }

    @Test("a rejected reissue leaves the order as it was")
    func rejection() async throws {
        let house = try await House()
        let placed = try await house.place()
        let reissue = try await house.reissue(placed.order.id, approval: .ask)
        try await house.decide(reissue.request.id, .rejected)
        let order = try await house.order(placed.order.id)
        #expect(order?.state == .issued)
        #expect(order?.primaryCertificateID == placed.certificate.id)
    }

    @Test("names that a reissue adds come with a receipt; without any there is none")
    func addition() async throws {
        let house = try await House()
        let id = try await house.place().order.id
        let more = try await house.reissue(id, ["www.example.com", "a.example.com"])
        #expect(more.certificate.addition?.names == PurchasedNames(dns: 1, wildcard: 0))
        let same = try await house.reissue(id, ["a.example.com", "www.example.com"])
        #expect(same.certificate.addition == nil)
    }

    @Test("a name that was paid once stays paid, also after a reissue without it")
    func paidOnce() async throws {
        let house = try await House()
        let id = try await house.place().order.id
        _ = try await house.reissue(id, ["www.example.com", "a.example.com"])
        let fewer = try await house.reissue(id, ["www.example.com"])
        #expect(fewer.certificate.addition == nil)
        let more = try await house.reissue(
            id, ["a.example.com", "b.example.com", "www.example.com"])
        #expect(more.certificate.addition?.names == PurchasedNames(dns: 1, wildcard: 0))
    }

    @Test("while a reissue waits, nothing else can be asked for")
    func blocked() async throws {
        let house = try await House()
        let id = try await house.place().order.id
        _ = try await house.reissue(id, approval: .ask)
        let state = OrderState.reissuePending
        await #expect(throws: state.refusal("reissued")) { try await house.reissue(id) }
        await #expect(throws: state.refusal("duplicated")) { try await house.duplicate(id) }
        await #expect(throws: state.refusal("revoked")) {
            try await house.revocations.revokeOrder(
                id, RevocationWish(reason: .superseded, comments: nil, approval: .skip),
                for: house.administrator)
        }
    }
}
