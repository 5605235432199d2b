import Foundation
@testable import Issuance
import Testing
import TestKit

@Suite struct CertificateContentTests {
    @Test("openssl reads in a certificate what its draft said")
    func text() async throws {
        let pki = try await TestPKI()
        let names = ["www.example.com", "*.example.net", "192.0.2.1", "2001:db8::1"]
        let certificate = try await pki.issuing.sign(
            .sample(key: SampleKeys.key(.rsa(bits: 2048)), names: names, as: .private))
        let file = try pki.scratch.write("leaf.pem", certificate.pem)
        let text = try Command.openssl.succeed([
            "x509", "-in", file, "-noout", "-serial", "-subject", "-issuer", "-dates", "-ext",
            "subjectAltName,keyUsage,extendedKeyUsage,basicConstraints,crlDistributionPoints,"
                + "authorityInfoAccess",
        ])
        #expect(
            Self.lines(text) == [
                "serial=019F1D8CE20007070707070707070707",
                "subject=CN = www.example.com",
                "issuer=C = SE, O = Example Ltd, CN = Test Issuing",
                "notBefore=Jul  1 12:00:00 2026 GMT",
                "notAfter=Sep 29 11:59:59 2026 GMT",
                "X509v3 Key Usage: critical",
                "Digital Signature, Key Encipherment",
                "X509v3 Extended Key Usage:",
                "TLS Web Server Authentication",
                "X509v3 Basic Constraints: critical",
                "CA:FALSE",
                "X509v3 Subject Alternative Name:",
                "DNS:www.example.com, DNS:*.example.net, IP Address:192.0.2.1, "
                    + "IP Address:2001:DB8:0:0:0:0:0:1",
                "X509v3 CRL Distribution Points:",
                "Full Name:",
                "URI:http://ca.example.com/issuing.crl",
                "Authority Information Access:",
                "OCSP - URI:http://ocsp.example.com/issuing",
                "CA Issuers - URI:http://ca.example.com/issuing.cer",
            ])
    }

    @Test("openssl computes the same thumbprints and names")
    func thumbprints() async throws {
        let pki = try await TestPKI()
        let certificate = try await pki.issuing.sign(.sample(key: SampleKeys.key(.p256)))
        let file = try pki.scratch.write("leaf.der", certificate.der)
        for (hash, own) in [
            ("sha1", certificate.thumbprintSHA1), ("sha256", certificate.thumbprintSHA256),
        ] {
            let text = try Command.openssl.succeed([
                "x509", "-inform", "DER", "-in", file, "-noout", "-fingerprint", "-\(hash)",
            ])
            #expect(text.hasSuffix("=" + Self.colons(own) + "\n"))
        }
        #expect(certificate.issuerCommonName == "Test Issuing")
        #expect(certificate.subjectName == "CN=www.example.com")
    }

    @Test("a certificate read back from DER or PEM is the one that was signed")
    func readBack() async throws {
        let pki = try await TestPKI()
        let certificate = try await pki.issuing.sign(.sample(key: SampleKeys.key(.p384)))
        for read in [
            try SignedCertificate(der: certificate.der),
            try SignedCertificate(pem: certificate.pem),
        ] {
            #expect(read == certificate)
            #expect(read.serial == certificate.serial)
            #expect(read.validity == Validity(from: noon, days: 90))
            #expect(read.keySizeBits == 384)
            #expect(read.commonName == "www.example.com")
            #expect(!read.isAuthority)
        }
        #expect(throws: CertificateProblem.unparseable) { try SignedCertificate(der: [0x30, 0]) }
        #expect(throws: CertificateProblem.unparseable) { try SignedCertificate(pem: "none") }
    }

    @Test("the names are critical only where the subject is empty")
    func criticalNames() async throws {
        let pki = try await TestPKI()
        let certificate = try await pki.issuing.sign(
            .sample(key: SampleKeys.key(.p256), subject: .empty))
        let file = try pki.scratch.write("leaf.pem", certificate.pem)
        let text = try Command.openssl.succeed([
            "x509", "-in", file, "-noout", "-ext", "subjectAltName,keyUsage",
        ])
        #expect(
            Self.lines(text) == [
                "X509v3 Key Usage: critical", "Digital Signature",
                "X509v3 Subject Alternative Name: critical", "DNS:www.example.com",
            ])
        #expect(try pki.verify(certificate) == "leaf: OK\n")
    }

    @Test(
        "openssl names the purposes a profile serves",
        arguments: [
            ([KeyPurpose.serverAuth], "TLS Web Server Authentication"),
            (
                [.serverAuth, .clientAuth],
                "TLS Web Server Authentication, TLS Web Client Authentication"
            ),
            ([.clientAuth, .kerberosKDC], "TLS Web Client Authentication, Signing KDC Response"),
        ])
    func purposes(_ purposes: [KeyPurpose], _ text: String) async throws {
        let pki = try await TestPKI()
        let certificate = try await pki.issuing.sign(
            .sample(key: SampleKeys.key(.p256), as: .private.with(purposes)))
        let file = try pki.scratch.write("leaf.pem", certificate.pem)
        let output = try Command.openssl.succeed([
            "x509", "-in", file, "-noout", "-ext", "extendedKeyUsage",
        ])
        #expect(Self.lines(output) == ["X509v3 Extended Key Usage:", text])
    }

    private static func lines(_ text: String) -> [String] {
        text.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }
    }

    private static func colons(_ hex: String) -> String {
        stride(from: 0, to: hex.count, by: 2)
            .map { hex.dropFirst($0).prefix(2) }.joined(separator: ":")
    }
}
