import Foundation
@testable import Issuance
import Testing
import TestKit

@Suite struct AuthorityMakerTests {
    @Test(
        "openssl accepts the authorities for every kind of key",
        arguments: [
            (KeyKind.p384, KeyKind.p256), (.rsa(bits: 3072), .rsa(bits: 3072)), (.p521, .p384),
            (.rsa(bits: 4096), .p256),
        ])
    func verified(_ root: KeyKind, _ issuing: KeyKind) async throws {
        let pki = try await TestPKI(root: root, issuing: issuing)
        #expect(try pki.verify(pki.issuing.certificate) == "leaf: OK\n")
        #expect(try pki.verify(pki.root.certificate) == "leaf: OK\n")
        #expect(pki.root.certificate.key.kind == root)
        #expect(pki.issuing.certificate.key.kind == issuing)
    }

    @Test("an issuing authority says that it issues to end entities only, and where its root is")
    func extensions() async throws {
        let pki = try await TestPKI()
        let file = try pki.scratch.write("issuing.pem", pki.issuing.certificate.pem)
        let text = try Command.openssl.succeed([
            "x509", "-in", file, "-noout", "-ext",
            "basicConstraints,keyUsage,certificatePolicies,crlDistributionPoints,"
                + "authorityInfoAccess",
        ])
        let lines = text.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }
        #expect(
            lines == [
                "X509v3 Basic Constraints: critical", "CA:TRUE, pathlen:0",
                "X509v3 Key Usage: critical", "Certificate Sign, CRL Sign",
                "X509v3 Certificate Policies:", "Policy: X509v3 Any Policy",
                "X509v3 CRL Distribution Points:", "Full Name:",
                "URI:http://ca.example.com/root.crl",
                "Authority Information Access:", "OCSP - URI:http://ocsp.example.com/root",
                "CA Issuers - URI:http://ca.example.com/root.cer",
            ])
    }

    @Test("one like another has a key of its own, and the names and policies of the other")
    func alike() async throws {
        let pki = try await TestPKI()
        try Command.openssl.succeed(
            [
                "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes",
                "-subj", "/CN=Old CA", "-keyout", "secret.pem", "-out", "old.pem", "-addext",
                "nameConstraints=critical,permitted;DNS:example.com", "-addext",
                "certificatePolicies=1.2.3.4", "-addext", "keyUsage=critical,keyCertSign,cRLSign",
            ], in: pki.scratch.url)
        let old = try SignedCertificate(pem: try pki.scratch.text("old.pem"))
        let maker = AuthorityMaker(keeper: pki.keeper, serials: SystemSerialSource())
        let made = try await maker.makeIssuing(
            AuthorityPlan(like: old, key: .p256, validityDays: 100), under: pki.root, now: noon)
        #expect(made.subjectKeyIdentifier == made.key.identifier.octets)
        #expect(made.key != old.key)
        let file = try pki.scratch.write("made.pem", made.pem)
        let text = try Command.openssl.succeed([
            "x509", "-in", file, "-noout", "-ext", "nameConstraints,certificatePolicies",
        ])
        let lines = text.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }
        #expect(
            Set(lines) == [
                "X509v3 Name Constraints: critical", "Permitted:", "DNS:example.com",
                "X509v3 Certificate Policies:", "Policy: 1.2.3.4",
            ])
    }

    @Test("authorities last twenty and ten years")
    func validity() async throws {
        let pki = try await TestPKI()
        #expect(pki.root.certificate.validity == Validity(from: noon, days: 7305))
        #expect(pki.issuing.certificate.validity == Validity(from: noon, days: 3652))
    }

    @Test("an authority that would outlive its root is refused before a key is made")
    func outlives() async throws {
        let pki = try await TestPKI()
        let maker = AuthorityMaker(keeper: pki.keeper, serials: SystemSerialSource())
        let keys = try await pki.keeper.keys()
        await #expect(
            throws: DraftProblem.outlivesIssuer(until: pki.root.certificate.validity.notAfter)
        ) {
            try await maker.makeIssuing(
                .issuing(TestPKI.subject("Long"), validityDays: 7306), under: pki.root, now: noon)
        }
        #expect(try await pki.keeper.keys() == keys)
    }

    @Test(
        "keys that do not sign certificates make no authority",
        arguments: [
            KeyKind.ed25519, .rsa(bits: 1024), .rsa(bits: 2049),
        ])
    func unsuitable(_ kind: KeyKind) async throws {
        let pki = try await TestPKI()
        let maker = AuthorityMaker(keeper: pki.keeper, serials: SystemSerialSource())
        await #expect(throws: KeeperProblem.kindUnsupported(kind)) {
            try await maker.makeRoot(.root(TestPKI.subject("Odd"), key: kind), now: noon)
        }
    }
}
