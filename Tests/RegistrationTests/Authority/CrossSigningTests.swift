import Foundation
import Issuance
import OrderCore
import Registration
import TestKit
import Testing

@Suite struct CrossSigningTests {
    @Test("who trusts the old root accepts what the new one signed, over the cross certificate")
    func rollover() async throws {
        let sample = try await SampleAuthorities()
        let old = try #require(sample.authority.roster[1])
        let new = try await sample.create("New Root", .root)
        let issuing = try await sample.create("New CA") { $0.parentID = new.id }
        let cross = try await sample.workshop.crossSign(
            try ForeignAuthority(new.certificate), by: 1, days: nil, pathLength: nil)
        try await sample.notice()
        let certificate = try await sample.issued(wishing: issuing.id)
        let leaf = try SignedCertificate(der: try #require(certificate.issuance).der)
        #expect(
            try sample.verify(
                leaf, above: [issuing.certificate, cross.certificate, old.certificate])
                == "leaf: OK\n")
        #expect(
            try sample.verify(leaf, above: [issuing.certificate, new.certificate]) == "leaf: OK\n")
        let roster = sample.authority.roster
        #expect(roster.crossCertificates.map(\.certificate) == [cross.certificate])
        #expect(roster.crossCertificates(for: new) == [cross.certificate])
        #expect(roster.crossCertificates(for: old) == [])
    }

    @Test("a root that was rolled over vouches for those that came after it, and for no other")
    func successor() async throws {
        let sample = try await SampleAuthorities()
        let old = try #require(sample.authority.roster[1])
        let second = try await sample.workshop.roll(1, key: nil, days: nil, keyPlace: .files)
        let third = try await sample.workshop.roll(
            second.id, key: nil, days: nil, keyPlace: .files)
        let issuing = try await sample.create("New CA") { $0.parentID = third.id }
        for heir in [second, third] {
            let cross = try await sample.workshop.crossSign(
                ForeignAuthority(heir.certificate), by: 1, days: nil, pathLength: nil)
            #expect(cross.certificate.key == heir.certificate.key)
            #expect(cross.issuerID == 1)
        }
        try await sample.notice()
        let cross = try #require(sample.authority.roster.crossCertificates.last).certificate
        let leaf = try SignedCertificate(
            der: try #require(try await sample.issued(wishing: issuing.id).issuance).der)
        #expect(
            try sample.verify(leaf, above: [issuing.certificate, cross, old.certificate])
                == "leaf: OK\n")
        let other = try await sample.create("Other Root", .root)
        await #expect(throws: AuthorityRefusal.retired(old.name)) {
            try await sample.workshop.crossSign(
                ForeignAuthority(other.certificate), by: 1, days: nil, pathLength: nil)
        }
    }

    @Test("an authority of openssl's is vouched for by its certificate")
    func foreign() async throws {
        let sample = try await SampleAuthorities()
        let foreign = try OpenSSLRoot(constraints: "CA:TRUE,pathlen:1")
        let cross = try await sample.workshop.crossSign(
            try ForeignAuthority(foreign.certificate), by: 1, days: 30, pathLength: nil)
        #expect(cross.certificate.subjectName == "CN=OpenSSL Root")
        #expect(cross.certificate.key == foreign.certificate.key)
        #expect(cross.certificate.pathLength == 1)
        let root = try #require(sample.authority.roster[1]).certificate
        #expect(try sample.verify(cross.certificate, above: [root]) == "leaf: OK\n")
    }

    @Test("names, policies and the name of the key are those of the other's certificate or CSR")
    func adopted() async throws {
        let sample = try await SampleAuthorities()
        let foreign = try OpenSSLRoot(
            constraints: """
                CA:TRUE
                nameConstraints=critical,permitted;DNS:example.com
                certificatePolicies=1.2.3.4
                """)
        let cross = try await sample.workshop.crossSign(
            try ForeignAuthority(foreign.certificate), by: 1, days: 30, pathLength: nil)
        let file = try sample.scratch.write("cross.pem", cross.certificate.pem)
        let text = try Command.openssl.succeed(["x509", "-in", file, "-noout", "-text"])
        for line in [
            "X509v3 Name Constraints: critical", "DNS:example.com", "Policy: 1.2.3.4",
        ] { #expect(text.contains(line)) }
        #expect(!text.contains("X509v3 Any Policy"))
        #expect(
            try sample.keyName(cross.certificate) == sample.keyName(foreign.certificate))
        let root = try #require(sample.authority.roster[1]).certificate
        #expect(try sample.verify(cross.certificate, above: [root]) == "leaf: OK\n")
    }

    @Test(
        "a name that nobody has vouched for has to be one",
        arguments: [
            ("/", "rfc5280_authority_subject"), ("/CN=A/CN=B", "cabf_br_subject_once"),
            ("/C=us/CN=A", "cabf_br_country_code"),
        ])
    func misnamed(subject: String, lint: String) async throws {
        let sample = try await SampleAuthorities()
        let text = try Command.openssl.succeed(
            [
                "req", "-new", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-384", "-nodes",
                "-keyout", "other.pem", "-subj", subject,
            ], in: sample.scratch.url)
        let other = try ForeignAuthority(request: try SigningRequest(text))
        let problem = await #expect(throws: LintProblem.self) {
            try await sample.workshop.crossSign(other, by: 1, days: 30, pathLength: 0)
        }
        #expect(problem?.findings.map(\.lint) == [lint])
        try await sample.notice()
        #expect(sample.authority.roster.crossCertificates.isEmpty)
    }

    @Test(
        "a key has the name that its CSR asks for; without one that is fit, the usual name",
        arguments: [
            ("subjectKeyIdentifier=hash", true), ("subjectKeyIdentifier=0A0B0C0D", true),
            ("subjectKeyIdentifier=" + String(repeating: "0A", count: 65), false),
            ("keyUsage=keyCertSign", false),
        ])
    func named(wish: String, isHeeded: Bool) async throws {
        let sample = try await SampleAuthorities()
        try sample.scratch.write(
            "config",
            """
            [req]
            distinguished_name=name
            req_extensions=wish
            [name]
            [wish]
            \(wish)

            """)
        try Command.openssl.succeed(
            [
                "req", "-new", "-config", "config", "-newkey", "ec", "-pkeyopt",
                "ec_paramgen_curve:P-384", "-nodes", "-keyout", "other.pem", "-out", "other.csr",
                "-subj", "/CN=Other CA",
            ], in: sample.scratch.url)
        let asked = try Command.openssl.succeed(
            ["req", "-in", "other.csr", "-noout", "-text"], in: sample.scratch.url)
        let request = try SigningRequest(try sample.scratch.text("other.csr"))
        let cross = try await sample.workshop.crossSign(
            ForeignAuthority(request: request), by: 1, days: 30, pathLength: 0)
        #expect(
            Self.identifier(in: try sample.keyName(cross.certificate))
                == (isHeeded ? Self.identifier(in: asked) : request.key.identifier.hex))
        let root = try #require(sample.authority.roster[1]).certificate
        #expect(try sample.verify(cross.certificate, above: [root]) == "leaf: OK\n")
    }

    /// What openssl shows as a subject key identifier.
    private static func identifier(in text: String) -> String? {
        text.firstMatch(of: /Subject Key Identifier: *\n *([0-9A-F:]+)/)
            .map { String($0.output.1).replacing(":", with: "") }
    }

    @Test("nobody vouches for a certificate that has ended")
    func ended() async throws {
        let sample = try await SampleAuthorities()
        let old = try OpenSSLRoot().certificate
        sample.house.installation.clock.advance(days: 365 * 25)
        await #expect(
            throws: AuthorityRefusal.foreignEnded("OpenSSL Root", on: "2049-12-31T23:59:59Z")
        ) {
            try await sample.workshop.crossSign(
                try ForeignAuthority(old), by: 1, days: nil, pathLength: nil)
        }
    }

    @Test("what is no authority is not made one by vouching for it")
    func noAuthority() async throws {
        let sample = try await SampleAuthorities()
        let own = try #require(try await sample.issued().issuance)
        let leaf = try SignedCertificate(der: own.der)
        #expect(throws: AuthorityChainProblem.notAuthority(leaf.subjectName)) {
            try ForeignAuthority(leaf)
        }
        let plain = try OpenSSLRoot(constraints: "CA:FALSE").certificate
        #expect(throws: AuthorityChainProblem.notAuthority("CN=OpenSSL Root")) {
            try ForeignAuthority(plain)
        }
        let root = try OpenSSLRoot()
        let request = try await sample.workshop.request(try sample.plan("Online CA"))
        let lame = try root.sign(request.pem, "CA:TRUE", usage: "cRLSign")
        #expect(throws: AuthorityChainProblem.usageMissing(lame.subjectName)) {
            try ForeignAuthority(lame)
        }
    }

    @Test("who issues to end entities signs no authorities, and nobody its own key")
    func refused() async throws {
        let sample = try await SampleAuthorities()
        let foreign = try ForeignAuthority(try OpenSSLRoot().certificate)
        await #expect(throws: AuthorityRefusal.notAbove("Example Organization Issuing CA 1")) {
            try await sample.workshop.crossSign(foreign, by: 2, days: nil, pathLength: nil)
        }
        let root = try #require(sample.authority.roster[1])
        await #expect(throws: AuthorityRefusal.ownKey(root.name)) {
            try await sample.workshop.crossSign(
                try ForeignAuthority(root.certificate), by: 1, days: nil, pathLength: nil)
        }
    }
}

extension SampleAuthorities {
    /// What a certificate calls its key, in the words of openssl.
    fileprivate func keyName(_ certificate: SignedCertificate) throws -> String {
        let file = try scratch.write("named.pem", certificate.pem)
        return try Command.openssl.succeed([
            "x509", "-in", file, "-noout", "-ext", "subjectKeyIdentifier",
        ])
    }
}
