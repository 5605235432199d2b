import OrderCore
import Storage
import TestKit
import Testing

@testable import Registration

/// Orders whose key comes after them.
@Suite struct KeySupplyTests {
    @Test("S/MIME without a CSR needs one from its approval on, and is issued with it")
    func mailbox() async throws {
        let house = try await House()
        let placed = try await house.placeKeyless("secure_email_mailbox") {
            $0.emails = ["ada@example.com"]
        }
        #expect(placed.order.state == .needsCSR)
        try await house.orders.supplyCSR(SampleCSR.p256, to: 1, for: house.administrator)
        #expect(try await house.state(1) == .issued)
        let certificate = try await house.certificates(1)[0]
        #expect(certificate.standing == .issued)
        #expect(certificate.content.keySizeBits == 256)
        #expect(try await house.effectsCount() == 0)
    }

    @Test("a CSR that comes before the approval is kept for it")
    func beforeApproval() async throws {
        let house = try await House()
        _ = try await house.placeKeyless("secure_email_mailbox", approval: .ask) {
            $0.emails = ["ada@example.com"]
        }
        try await house.orders.supplyCSR(SampleCSR.p256, to: 1, for: house.administrator)
        #expect(try await house.state(1) == .needsApproval)
        try await house.decide(1, .approved)
        #expect(try await house.state(1) == .issued)
    }

    @Test("a mailbox at a strange host is proved by whoever reads its mail")
    func mailboxProof() async throws {
        let house = try await House()
        _ = try await house.placeKeyless("client_premium") {
            $0.commonName = "Ada Lovelace"
            $0.emails = ["ada@example.com", "ada@other.org"]
        }
        #expect(try await house.state(1) == .pending)
        try await house.worker.runOnce()
        #expect(try await house.state(1) == .pending)
        let proofs = try await house.store.read { try $0.emailProofs(of: 1) }
        #expect(proofs.map(\.email) == ["ada@other.org"])
        let now = house.installation.clock.wall.now
        let unknown = try await house.store.write { try $0.proveEmail(token: "x", at: now) }
        #expect(unknown == nil)
        _ = try await house.store.write { try $0.proveEmail(token: proofs[0].token, at: now) }
        try await house.worker.runOnce()
        #expect(try await house.state(1) == .waitingPickup)
        #expect(try await house.effectsCount() == 0)
        try await house.orders.supplyCSR(SampleCSR.rsa, to: 1, for: house.administrator)
        #expect(try await house.state(1) == .issued)
    }

    @Test("a token is picked up once all else is done; a weak key is refused and changes nothing")
    func token() async throws {
        let house = try await House()
        _ = try await house.placeKeyless("code_signing")
        #expect(try await house.state(1) == .waitingPickup)
        await #expect(throws: Refusal.self) {
            try await house.orders.supplyCSR(SampleCSR.rsa, to: 1, for: house.administrator)
        }
        #expect(try await house.state(1) == .waitingPickup)
        try await house.orders.supplyCSR(SampleCSR.longRSA, to: 1, for: house.administrator)
        #expect(try await house.state(1) == .issued)
        let certificate = try await house.certificates(1)[0]
        #expect(certificate.content.commonName == "Example Organization")
    }

    @Test("what waits for no key takes none")
    func notWaiting() async throws {
        let house = try await House()
        _ = try await house.place()
        await #expect(
            throws: Refusal(.invalidOrderState, "The order waits for no CSR.")
        ) { try await house.orders.supplyCSR(SampleCSR.rsa, to: 1, for: house.administrator) }
    }

    @Test("an order that waits for its key can be canceled", arguments: ["class1_smime", "ds_org"])
    func canceled(nameID: String) async throws {
        let house = try await House()
        let placed = try await house.placeKeyless(nameID) {
            $0.emails = nameID == "class1_smime" ? ["ada@example.com"] : []
            $0.primaryUsage = "signing"
        }
        #expect([.needsCSR, .waitingPickup].contains(placed.order.state))
        try await house.cancel(1)
        #expect(try await house.state(1) == .canceled)
    }
}

extension House {
    fileprivate func placeKeyless(
        _ nameID: String, approval: ApprovalWish = .skip,
        _ change: (inout CertificateWish.Text) -> Void = { _ in }
    ) async throws -> Placement {
        let wish = try OrderWish.sample(
            nameID, authority: registry.authority, approval: approval
        ) {
            $0.commonName = nil
            $0.csr = nil
            change(&$0)
        }
        return try await orders.place(wish, for: administrator)
    }
}
