import Foundation
import TestKit
import Testing

@testable import Issuance

@Suite struct PrecertificateTests {
    /// Long past on every machine that runs this: openssl looks at its own clock.
    static let logged = Date(timeIntervalSince1970: 1_700_000_000)

    static let issuers: [KeyKind] = [.p256, .p384, .rsa(bits: 3072)]

    private func log(_ name: String, _ key: SampleLog.Key = .p256) throws -> SampleLog {
        try SampleLog(name, key: key, now: { Self.logged })
    }

    @Test("a certificate with timestamps is one that openssl finds logged", arguments: issuers)
    func judged(issuer: KeyKind) async throws {
        let pki = try await TestPKI(issuing: issuer, purposes: [.serverAuth])
        let chain = [pki.issuing.certificate, pki.root.certificate]
        let keys = try RequestMaker()
        let csr = try keys.pem(key: KeyKind.p256.opensslOptions)
        let draft = try CertificateDraft.sample(
            key: try SigningRequest(csr).key, hash: issuer.signatureHash)
        let precertificate = try await pki.issuing.precertify(draft)
        let logs = [try log("alpha"), try log("beta", .rsa)]
        let timestamps = try TimestampList(logs.map { try $0.add([precertificate] + chain) })
        let certificate = try await pki.issuing.complete(precertificate, with: timestamps)

        #expect(try pki.verify(certificate) == "leaf: OK\n")
        #expect(certificate.timestamps == timestamps.timestamps)
        #expect(certificate.serial == precertificate.serial)
        let statuses = try TimestampJudge().statuses(
            of: certificate, key: try keys.scratch.text("key.pem"), under: chain, by: logs,
            at: noon.addingTimeInterval(3600))
        #expect(statuses == ["alpha: valid", "beta: valid"])
        try LintSampleTests.keep(certificate, "logged by \(issuer)", .browsers)
        try LintSampleTests.keep(precertificate, "precertificate by \(issuer)", .browsers)
    }

    @Test("openssl does not take a timestamp of something else")
    func judgedForged() async throws {
        let pki = try await TestPKI(purposes: [.serverAuth])
        let chain = [pki.issuing.certificate, pki.root.certificate]
        let keys = try RequestMaker()
        let csr = try keys.pem(key: KeyKind.p256.opensslOptions)
        let precertificate = try await pki.issuing.precertify(
            .sample(key: try SigningRequest(csr).key))
        let alpha = try log("alpha")
        alpha.become(.forging)
        let timestamps = try TimestampList([try alpha.add([precertificate] + chain)])
        let certificate = try await pki.issuing.complete(precertificate, with: timestamps)
        let statuses = try TimestampJudge().statuses(
            of: certificate, key: try keys.scratch.text("key.pem"), under: chain, by: [alpha],
            at: noon.addingTimeInterval(3600))
        #expect(statuses == ["alpha: invalid"])
    }

    @Test("a precertificate is the certificate, but for the poison")
    func sameOctets() async throws {
        let pki = try await TestPKI()
        let precertificate = try await pki.issuing.precertify(
            .sample(key: try SampleKeys.key(.p256)))
        #expect(precertificate.isPrecertificate)
        let text = try Command.openssl.succeed(
            [
                "x509", "-noout", "-text", "-in",
                try pki.scratch.write("pre.pem", precertificate.pem),
            ])
        #expect(text.contains("CT Precertificate Poison: critical\n                NULL"))
        let timestamps = try TimestampList(
            [try log("alpha").add([precertificate, pki.issuing.certificate])])
        let certificate = try await pki.issuing.complete(precertificate, with: timestamps)

        let before = try CertificateLayout(der: precertificate.der)
        let after = try CertificateLayout(der: certificate.der)
        let mark: [UInt8] = [0x30, 0]
        #expect(
            before.body(replacing: CertificateLayout.poisonOID, with: mark)
                == after.body(replacing: CertificateLayout.timestampsOID, with: mark))
        #expect(
            try LoggedEntry(of: certificate, by: pki.issuing.certificate)
                == LoggedEntry(of: precertificate, by: pki.issuing.certificate))
    }

    @Test("only an issuer's own precertificates become certificates")
    func refusals() async throws {
        let pki = try await TestPKI()
        let other = try await TestPKI()
        let key = try SampleKeys.key(.p256)
        let plain = try await pki.issuing.sign(.sample(key: key))
        let foreign = try await other.issuing.precertify(.sample(key: key))
        let own = try await pki.issuing.precertify(.sample(key: key))
        let timestamps = try TimestampList([try log("alpha").add([own, pki.issuing.certificate])])
        await #expect(throws: PrecertificateProblem.notOne) {
            try await pki.issuing.complete(plain, with: timestamps)
        }
        await #expect(throws: PrecertificateProblem.foreign) {
            try await pki.issuing.complete(foreign, with: timestamps)
        }
        let done = try await pki.issuing.complete(own, with: timestamps)
        await #expect(throws: PrecertificateProblem.notOne) {
            try await pki.issuing.complete(done, with: timestamps)
        }
        #expect(throws: CertificateProblem.unparseable) {
            try LoggedEntry(of: plain, by: pki.issuing.certificate)
        }
    }

    @Test("what is not in the profile is refused for precertificates, too")
    func unfitDraft() async throws {
        let pki = try await TestPKI()
        let draft = try CertificateDraft.sample(
            key: try SampleKeys.key(.ed25519), names: ["intranet"])
        await #expect(throws: DraftProblem.keyNotAllowed(.ed25519)) {
            try await pki.issuing.precertify(draft)
        }
    }
}
