import Foundation
import Issuance
import OrderCore
import Storage
import TestKit
import Testing

@testable import Registration

/// Keys of authorities are certified for nobody who orders.
@Suite struct AuthorityKeyTests {
    private static let refusal = Refusal(
        .csrInvalid, "The CSR has the key of a certificate authority; use a key of its own.")

    @Test("a key that waits to be certified elsewhere is refused in an order, and so it is after")
    func requested() async throws {
        let sample = try await SampleAuthorities()
        let request = try await sample.workshop.request(try sample.plan("Online CA"))
        try await sample.notice()
        #expect(sample.authority.roster.requests.map(\.name) == ["Online CA"])
        #expect(throws: Self.refusal) { try sample.wish(with: request.pem) }
        let root = try OpenSSLRoot()
        _ = try await sample.workshop.install(
            AuthorityIntake([root.certificate, try root.sign(request.pem, "CA:TRUE,pathlen:0")]))
        try await sample.notice()
        #expect(sample.authority.roster.requests.isEmpty)
        #expect(throws: Self.refusal) { try sample.wish(with: request.pem) }
        #expect(throws: Never.self) { try sample.wish(with: SampleCSR.p256) }
    }

    @Test("what waits is not issued where its key has become an authority's meanwhile")
    func meanwhile() async throws {
        let sample = try await SampleAuthorities()
        let root = try OpenSSLRoot()
        let csr = try root.scratch.text("request.pem")
        let placed = try await sample.house.orders.place(
            try sample.wish(with: csr, approval: .ask), for: sample.house.administrator)
        _ = try await sample.workshop.crossSign(
            ForeignAuthority(root.certificate), by: 1, days: nil, pathLength: nil)
        try await sample.notice()
        await #expect(throws: Self.refusal) {
            try await sample.house.decide(placed.request.id, .approved)
        }
        #expect(try await sample.house.certificates(placed.order.id).map(\.issuance) == [nil])
    }
}

extension SampleAuthorities {
    fileprivate func wish(with csr: String, approval: ApprovalWish = .skip) throws -> OrderWish {
        var wish = try OrderWish.sample("ssl_plus", authority: authority, approval: approval) {
            $0.csr = csr
        }
        wish.control = ControlWish(method: .dnsTXT)
        return wish
    }
}
