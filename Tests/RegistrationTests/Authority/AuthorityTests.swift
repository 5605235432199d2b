import Foundation
import Issuance
import OrderCore
import Registration
import Storage
import TestKit
import Testing

@Suite struct AuthorityTests {
    @Test(
        "authorities made beside a running server sign orders, and openssl accepts the chain",
        arguments: [KeyKind.p256, .p384, .rsa(bits: 2048)])
    func create(key: KeyKind) async throws {
        let sample = try await SampleAuthorities()
        let made = try await sample.create("Second CA") { $0.key = key }
        try await sample.notice()
        let certificate = try await sample.issued(wishing: made.id)
        #expect(certificate.issuance?.issuerID == made.id)
        #expect(made.certificate.key.kind == key)
        #expect(try await sample.verify(certificate) == "leaf: OK\n")
        #expect(try await sample.issuer() == 2)
    }

    @Test("three levels below a root of their own")
    func levels() async throws {
        let sample = try await SampleAuthorities()
        let root = try await sample.create("Other Root", .root) { $0.key = .rsa(bits: 3072) }
        let middle = try await sample.create("Middle", .intermediate) {
            $0.parentID = root.id
            $0.pathLength = 1
        }
        let low = try await sample.create("Low") { $0.parentID = root.id }
        await #expect(throws: AuthorityRefusal.pathTooLong("Middle", lengthMax: 0)) {
            try await sample.create("Lowest", .intermediate) {
                $0.parentID = middle.id
                $0.pathLength = 1
            }
        }
        try await sample.notice()
        #expect(
            sample.authority.roster.entries.map(\.role)
                == [.root, .issuing, .root, .intermediate, .issuing])
        let certificate = try await sample.issued(wishing: low.id)
        #expect(try await sample.verify(certificate) == "leaf: OK\n")
        let upper = try await sample.create("Upper", .intermediate) { $0.parentID = root.id }
        let lower = try await sample.create("Lower") { $0.parentID = upper.id }
        try await sample.notice()
        let deep = try await sample.issued(wishing: lower.id)
        #expect(try await sample.verify(deep) == "leaf: OK\n")
        #expect(sample.authority.roster.path(from: lower.id).count == 3)
    }

    @Test("a product, or all of them, are signed by whom they are told")
    func choice() async throws {
        let sample = try await SampleAuthorities()
        let second = try await sample.create("Second CA")
        let third = try await sample.create("Third CA")
        let plus = try #require(ProductCatalog.product("ssl_plus"))
        _ = try await sample.desk.choose(third.id, for: [plus])
        _ = try await sample.desk.choose(second.id, for: [])
        #expect(try await sample.issuer() == 2)
        try await sample.notice()
        let chosen = [
            try await sample.issuer(), try await sample.issuer(of: "ssl_basic"),
            try await sample.issuer(wishing: 2),
        ]
        #expect(chosen == [third.id, second.id, 2])
        #expect(try await sample.desk.forgetChoices(for: [plus]) == 1)
        #expect(try await sample.desk.forgetChoices(for: [plus]) == 0)
        try await sample.notice()
        #expect(try await sample.issuer() == second.id)
        #expect(try await sample.desk.forgetChoices(for: []) == 1)
        try await sample.notice()
        #expect(try await sample.issuer() == 2)
    }

    @Test("a retired authority signs no more, stands in chains, and signs revocation lists")
    func retire() async throws {
        let sample = try await SampleAuthorities()
        let second = try await sample.create("Second CA")
        try await sample.notice()
        let before = try await sample.issued(wishing: second.id)
        _ = try await sample.desk.choose(second.id, for: [])
        _ = try await sample.desk.retire(second.id)
        try await sample.notice()
        await #expect(
            throws: Refusal.invalid(
                "certificate.ca_cert_id", "is \(second.id), which issues no certificates here")
        ) { try await sample.issuer(wishing: second.id) }
        #expect(try await sample.issuer() == 2)
        #expect(try await sample.verify(before) == "leaf: OK\n")
        #expect(sample.authority.signer(of: second.id) != nil)
        await #expect(throws: AuthorityRefusal.retired("Second CA")) {
            try await sample.desk.retire(second.id)
        }
        await #expect(throws: AuthorityRefusal.lastIssuing("Example Organization Issuing CA 1")) {
            try await sample.desk.retire(2)
        }
        _ = try await sample.desk.reinstate(second.id)
        try await sample.notice()
        #expect(try await sample.issuer(wishing: second.id) == second.id)
    }

    @Test("after a rollover the new key signs, for those too who name or mean the old one")
    func roll() async throws {
        let sample = try await SampleAuthorities()
        let before = try await sample.issued()
        let rolled = try await sample.workshop.roll(
            2, key: .p384, days: nil, keyPlace: .files)
        try await sample.notice()
        let roster = sample.authority.roster
        let old = try #require(roster[2])
        #expect(old.successorID == rolled.id)
        #expect(rolled.name == old.name)
        #expect(rolled.certificate.subjectName == old.certificate.subjectName)
        #expect(rolled.certificate.key.kind == .p384)
        let after = [try await sample.issued(), try await sample.issued(wishing: 2)]
        #expect(after.map { $0.issuance?.issuerID } == [rolled.id, rolled.id])
        for certificate in [before] + after {
            #expect(try await sample.verify(certificate) == "leaf: OK\n")
        }
        let again = try await sample.workshop.roll(
            rolled.id, key: nil, days: 100, keyPlace: .files)
        try await sample.notice()
        #expect(try await sample.issuer(wishing: 2) == again.id)
        #expect(
            again.certificate.validity.notAfter.timeIntervalSince(
                again.certificate.validity.notBefore) == 100 * 86_400 - 1)
    }

    @Test("a root that was rolled over signs the authorities that come after")
    func rollRoot() async throws {
        let sample = try await SampleAuthorities()
        let root = try await sample.workshop.roll(1, key: nil, days: nil, keyPlace: .files)
        let issuing = try await sample.workshop.roll(2, key: nil, days: nil, keyPlace: .files)
        #expect(issuing.parentID == root.id)
        try await sample.notice()
        #expect(try await sample.verify(try await sample.issued()) == "leaf: OK\n")
        await #expect(throws: AuthorityRefusal.retired("Example Organization Root CA")) {
            try await sample.create("Late") { $0.parentID = 1 }
        }
    }

    @Test("an authority for some purposes is refused for products with others")
    func purposes() async throws {
        let sample = try await SampleAuthorities()
        let tls = try await sample.create("TLS CA") { $0.purposes = [.serverAuth] }
        try await sample.notice()
        #expect(try await sample.issuer(wishing: tls.id) == tls.id)
        let code = try #require(ProductCatalog.product("code_signing"))
        await #expect(
            throws: AuthorityRefusal.notFor(
                "TLS CA", product: "code_signing", purpose: "codeSigning")
        ) { try await sample.desk.choose(tls.id, for: [code]) }
        let refusal = await #expect(throws: AuthorityRefusal.self) {
            try await sample.desk.choose(tls.id, for: [])
        }
        guard case .notForAll("TLS CA", let purposes, let products) = refusal else {
            Issue.record("\(String(describing: refusal))")
            return
        }
        #expect(purposes.contains("codeSigning") && purposes.contains("emailProtection"))
        #expect(!purposes.contains("serverAuth"))
        #expect(products.contains("ssl_plus") && !products.contains("code_signing"))
        // What it is for by its own refusal, it can be chosen for.
        let fit = try products.map { try #require(ProductCatalog.product($0)) }
        _ = try await sample.desk.choose(tls.id, for: fit)
        var text = CertificateWish.Text()
        text.commonName = "www.example.com"
        text.csr = SampleCSR.rsa
        text.signatureHash = "sha256"
        text.issuerID = Int(tls.id.rawValue)
        text.profileOption = "server_client_auth_eku"
        let plus = try #require(ProductCatalog.product("ssl_plus"))
        #expect(
            throws: Refusal.invalid(
                "certificate.ca_cert_id",
                "is \(tls.id), which is not for certificates of ssl_plus: "
                    + "its own certificate leaves out clientAuth")
        ) { try CertificateWish(text, product: plus, authority: sample.authority) }
    }
}
