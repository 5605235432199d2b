import Issuance
import OrderCore
import Registration
import Storage
import TestKit
import Testing

/// A key whose certificate was revoked for keyCompromise gets no other one, wherever it is asked
/// for.
@Suite struct CompromisedKeyTests {
    private static let lost = Refusal(
        .csrInvalid,
        "The key had a certificate that was revoked for keyCompromise; make another key.")

    /// An order for `SampleCSR.rsa` that is revoked, or whose certificate alone is.
    private func house(
        revoking reason: Revocation.Reason = .keyCompromise, all: Bool = true
    ) async throws -> (House, ID<Order>) {
        let house = try await House()
        let placed = try await house.place()
        let wish = RevocationWish(reason: reason, comments: nil, approval: .skip)
        if all {
            _ = try await house.revocations.revokeOrder(
                placed.order.id, wish, for: house.administrator)
        } else {
            _ = try await house.revocations.revokeCertificate(
                .id(placed.certificate.id), wish, for: house.administrator)
        }
        return (house, placed.order.id)
    }

    @Test("no order is placed for it, in no account and for no product")
    func order() async throws {
        let (house, _) = try await house()
        await #expect(throws: Self.lost) { try await house.place() }
        await #expect(throws: Self.lost) { try await house.place(approval: .ask) }
        await #expect(throws: Self.lost) {
            try await house.place("db.corp", product: "private_ssl_plus")
        }
        let stranger = try await house.stranger()
        await #expect(throws: Self.lost) {
            try await house.place(product: "ssl_dv_geotrust", for: stranger)
        }
        let count = try await house.store.read { try $0.ordersCount() }
        #expect(count == 1)
    }

    @Test("no reissue and no duplicate is asked for, by itself neither; those for other keys are")
    func further() async throws {
        let (house, id) = try await house(all: false)
        for filing in [FurtherWish.Filing.reissue, .duplicate] {
            var wish = try house.furtherWish(filing)
            wish.certificate = try .sample(
                ProductCatalog.product("ssl_plus")!, authority: house.registry.authority)
            await #expect(throws: Self.lost) {
                try await house.further.request(wish, on: id, for: house.administrator)
            }
        }
        _ = try await house.duplicate(id)
        let reissue = try await house.reissue(id)
        #expect(reissue.certificate.standing == .issued)
    }

    @Test("what waited for its approval is not issued for it any more")
    func waiting() async throws {
        let house = try await House()
        let first = try await house.place()
        let second = try await house.place(approval: .ask)
        _ = try await house.revocations.revokeOrder(
            first.order.id, RevocationWish(reason: .keyCompromise, comments: nil, approval: .skip),
            for: house.administrator)
        await #expect(throws: Self.lost) {
            try await house.decide(second.request.id, .approved)
        }
        #expect(try await house.state(second.order.id) == .needsApproval)
    }

    @Test("no CSR for it is supplied later")
    func supplied() async throws {
        let (house, _) = try await house()
        let wish = try OrderWish.sample(
            "secure_email_mailbox", authority: house.registry.authority
        ) {
            $0.commonName = nil
            $0.csr = nil
            $0.emails = ["ada@example.com"]
        }
        let placed = try await house.orders.place(wish, for: house.administrator)
        await #expect(throws: Self.lost) {
            try await house.orders.supplyCSR(
                SampleCSR.rsa, to: placed.order.id, for: house.administrator)
        }
        #expect(try await house.state(placed.order.id) == .needsCSR)
    }

    @Test("a certificate that ended for another reason leaves its key as good as it was")
    func otherReasons() async throws {
        for reason in Revocation.Reason.allCases where reason != .keyCompromise {
            let (house, _) = try await house(revoking: reason)
            let placed = try await house.place()
            #expect(placed.certificate.standing == .issued, "\(reason)")
        }
    }

    @Test("keys of revocations from before they were noted are noted at the start, once")
    func earlier() async throws {
        let (house, _) = try await house()
        try await house.store.write { tx in
            _ = try tx.run("UPDATE compromised_keys SET fingerprint = NULL", [])
        }
        _ = try await house.place()
        try await CompromisedKeys.noteEarlier(in: house.store)
        await #expect(throws: Self.lost) { try await house.place() }
        let unread = try await house.store.read { try $0.unreadCompromises(after: 0, max: 9) }
        #expect(unread.isEmpty)
    }

    @Test("no authority is vouched for under it")
    func authority() async throws {
        let (house, _) = try await house()
        let foreign = try ForeignAuthority(request: try SigningRequest(SampleCSR.rsa))
        await #expect(throws: AuthorityRefusal.keyLost) {
            try await house.installation.workshop.crossSign(
                foreign, by: 1, days: nil, pathLength: nil)
        }
    }
}
