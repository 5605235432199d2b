import Foundation
import Testing
import TestKit

@testable import Issuance

/// Lists as openssl reads them; `script/test-status` has GnuTLS read them, too.
@Suite struct RevocationListTests {
    static let issuers: [KeyKind] = [.p256, .p384, .rsa(bits: 2048)]

    static func head(
        number: Int64 = 1, point: String? = nil, from now: Date = noon
    ) -> RevocationListHead {
        RevocationListHead(
            number: number, thisUpdate: now, nextUpdate: now.addingTimeInterval(7 * 86_400),
            distributionPoint: point)
    }

    @Test("a revoked certificate is refused, others are not", arguments: issuers)
    func verified(_ kind: KeyKind) async throws {
        let pki = try await TestPKI(root: kind, issuing: kind)
        let leaf = try await pki.issuing.sign(.sample(key: SampleKeys.key(.p256)))
        let url = try #require(pki.issuing.pointers.crl)
        let folder = pki.scratch
        try folder.write("leaf.pem", leaf.pem)
        let rootList = try await pki.root.sign(RevokedEntries(), as: Self.head())
        for isRevoked in [false, true] {
            var entries = RevokedEntries()
            entries.append(serial: [0x80, 1], seconds: 1_782_900_000, reason: 0)
            if isRevoked {
                entries.append(
                    serial: Array(leaf.serial.content), seconds: 1_782_900_000, reason: 4)
            }
            let list = try await pki.issuing.sign(
                entries, as: Self.head(number: 2, point: url))
            try folder.write(
                "trust.pem",
                pki.root.certificate.pem + RevocationList.pem(der: rootList.der)
                    + RevocationList.pem(der: list.der))
            try folder.write("issuing.pem", pki.issuing.certificate.pem)
            let time = String(Int(noon.timeIntervalSince1970) + 3600)
            try LintSampleTests.keepStatus(rootList.der, "root-\(kind).crl")
            try LintSampleTests.keepStatus(list.der, "\(isRevoked)-\(kind).crl")
            let verdict = try Command.openssl.run(
                [
                    "verify", "-x509_strict", "-crl_check_all", "-attime", time, "-CAfile",
                    "trust.pem", "-untrusted", "issuing.pem", "leaf.pem",
                ], in: folder.url)
            #expect((verdict.status == 0) != isRevoked, "\(verdict.output)")
            #expect(verdict.output.contains("certificate revoked") == isRevoked)
        }
    }

    @Test("a list says what openssl reads in it")
    func text() async throws {
        let pki = try await TestPKI()
        var entries = RevokedEntries()
        entries.append(serial: [1], seconds: 1_782_900_000, reason: 0)
        entries.append(serial: [0xFF, 2], seconds: 2_600_000_000, reason: 1)
        let list = try await pki.issuing.sign(
            entries, as: Self.head(number: 300, point: "http://ca.example.com/crl/2/1.crl"))
        try pki.scratch.write("list.der", list.der)
        let text = try Command.openssl.succeed(
            ["crl", "-inform", "DER", "-in", "list.der", "-noout", "-text"], in: pki.scratch.url)
        let lines = text.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }
        let end = try #require(lines.lastIndex { $0.hasPrefix("Signature Algorithm") })
        #expect(
            Array(lines[..<end]) == [
                "Certificate Revocation List (CRL):", "Version 2 (0x1)",
                "Signature Algorithm: ecdsa-with-SHA256",
                "Issuer: C = SE, O = Example Ltd, CN = Test Issuing",
                "Last Update: Jul  1 12:00:00 2026 GMT", "Next Update: Jul  8 12:00:00 2026 GMT",
                "CRL extensions:", "X509v3 Authority Key Identifier:",
                pki.issuing.certificate.key.identifier.octets.map { String(format: "%02X", $0) }
                    .joined(separator: ":"),
                "X509v3 CRL Number:", "300", "X509v3 Issuing Distribution Point: critical",
                "Full Name:", "URI:http://ca.example.com/crl/2/1.crl",
                "Revoked Certificates:", "Serial Number: 01",
                "Revocation Date: Jul  1 10:00:00 2026 GMT", "Serial Number: FF02",
                "Revocation Date: May 22 14:13:20 2052 GMT", "CRL entry extensions:",
                "X509v3 CRL Reason Code:", "Key Compromise",
            ])
    }

    @Test("a list without entries has none, and is written as PEM too")
    func empty() async throws {
        let pki = try await TestPKI()
        let list = try await pki.root.sign(RevokedEntries(), as: Self.head())
        try pki.scratch.write("list.pem", RevocationList.pem(der: list.der))
        let text = try Command.openssl.succeed(
            ["crl", "-in", "list.pem", "-noout", "-text"], in: pki.scratch.url)
        #expect(text.contains("No Revoked Certificates."))
        #expect(!text.contains("Distribution Point"))
    }

    @Test(
        "a list from elsewhere is taken with reasons for which certificates are revoked only",
        arguments: zip(
            [0, 1, 6, 7, 8, 9, 10, 11, 200],
            [true, true, true, false, false, true, true, false, false]))
    func reasons(reason: Int, isFit: Bool) async throws {
        let pki = try await TestPKI()
        var entries = RevokedEntries()
        entries.append(serial: [5], seconds: 1_782_900_000, reason: reason)
        let list = try ForeignRevocationList(
            try await pki.issuing.sign(entries, as: Self.head()).der, by: pki.issuing.certificate)
        if isFit {
            try list.check(publishedAt: [])
        } else {
            #expect(throws: ForeignListProblem.reasonUnfit(reason, serial: "05")) {
                try list.check(publishedAt: [])
            }
        }
    }
}
