import OrderCore
import Registration
import Storage
import Testing

@Suite struct RevocationTests {
    private func wish(_ approval: ApprovalWish) -> RevocationWish {
        RevocationWish(reason: .keyCompromise, comments: "lost", approval: approval)
    }

    @Test("a revoked order ends with all its certificates and all that waited")
    func order() async throws {
        let house = try await House()
        let id = try await house.place().order.id
        _ = try await house.duplicate(id)
        let waiting = try await house.duplicate(id, approval: .ask).request.id
        let pending = try await house.revocations.revokeOrder(
            id, wish(.skip), for: house.administrator)
        #expect(pending?.request.id == nil)
        #expect(try await house.state(id) == .revoked)
        let standings = try await house.certificates(id).map(\.standing)
        #expect(standings == [.revoked(.keyCompromise), .revoked(.keyCompromise), .rejected])
        #expect(try await house.store.read { try $0.request(waiting)?.state } == .rejected)
    }

    @Test("without approval the revocation of an order waits, and is carried out when approved")
    func orderApproval() async throws {
        let house = try await House()
        let id = try await house.place().order.id
        let pending = try await house.revocations.revokeOrder(
            id, wish(.ask), for: house.administrator)
        #expect(try await house.state(id) == .issued)
        let request = try #require(pending?.request)
        #expect(request.subject == .revokeOrder(.keyCompromise))
        try await house.decide(request.id, .approved)
        #expect(try await house.state(id) == .revoked)
        let standings = try await house.certificates(id).map(\.standing)
        #expect(standings == [.revoked(.keyCompromise)])
    }

    @Test("one certificate is revoked without its order")
    func certificate() async throws {
        let house = try await House()
        let id = try await house.place().order.id
        let duplicate = try await house.duplicate(id).certificate.id
        _ = try await house.revocations.revokeCertificate(
            .id(duplicate), wish(.skip), for: house.administrator)
        #expect(try await house.state(id) == .issued)
        let standings = try await house.certificates(id).map(\.standing)
        #expect(standings == [.issued, .revoked(.keyCompromise)])
        await #expect(
            throws: Refusal(
                .invalidOrderState, "The certificate is not issued, or is revoked already.")
        ) {
            try await house.revocations.revokeCertificate(
                .id(duplicate), wish(.skip), for: house.administrator)
        }
    }

    @Test("certificates of one order that are revoked at the same time are all revoked")
    func sameTime() async throws {
        let house = try await House()
        let id = try await house.place().order.id
        var certificates = try await house.certificates(id).map(\.id)
        for _ in 1...15 { certificates.append(try await house.duplicate(id).certificate.id) }
        try await withThrowingTaskGroup { group in
            for certificate in certificates {
                group.addTask {
                    _ = try await house.revocations.revokeCertificate(
                        .id(certificate), wish(.skip), for: house.administrator)
                }
            }
            try await group.waitForAll()
        }
        let standings = try await house.certificates(id).map(\.standing)
        #expect(
            standings == Array(repeating: .revoked(.keyCompromise), count: certificates.count))
        let listed = try await house.store.read {
            try $0.rows("SELECT count(*) FROM revocations", []) { $0.int() }
        }
        #expect(listed == [certificates.count])
    }

    @Test("a rejected revocation changes nothing about the certificate")
    func rejection() async throws {
        let house = try await House()
        let placed = try await house.place()
        let serial = try #require(placed.certificate.issuance?.serial)
        let pending = try await house.revocations.revokeCertificate(
            .serial(serial), wish(.ask), for: house.administrator)
        let request = try #require(pending?.request)
        #expect(request.subject == .revokeCertificate(placed.certificate.id, .keyCompromise))
        try await house.decide(request.id, .rejected)
        #expect(try await house.state(placed.order.id) == .issued)
        #expect(try await house.certificates(placed.order.id).map(\.standing) == [.issued])
    }

    @Test("when a certificate is revoked, nothing else waits to revoke it")
    func askedTwice() async throws {
        let house = try await House()
        let placed = try await house.place()
        var requests: [ID<Request>] = []
        for reason in [Revocation.Reason.keyCompromise, .superseded, .keyCompromise] {
            let pending = try await house.revocations.revokeCertificate(
                .id(placed.certificate.id),
                RevocationWish(reason: reason, comments: nil, approval: .ask),
                for: house.administrator)
            requests.append(try #require(pending?.request.id))
        }
        // The same once more is the request that waits.
        #expect(requests.removeLast() == requests[0])
        try await house.decide(requests[1], .approved)
        let states = try await house.store.read { [requests] tx in
            try requests.map { id in
                try tx.requests(of: placed.order.id).first { $0.id == id }?.state
            }
        }
        #expect(states == [.rejected, .approved])
    }

    @Test("an order that is not issued cannot be revoked")
    func waiting() async throws {
        let house = try await House()
        let id = try await house.place(approval: .ask).order.id
        await #expect(throws: OrderState.needsApproval.refusal("revoked")) {
            try await house.revocations.revokeOrder(id, wish(.skip), for: house.administrator)
        }
    }
}
