import Foundation
import Testing
import TestKit

@testable import Issuance

/// Questions that openssl asks, and answers that it accepts.
@Suite struct OCSPTests {
    /// An issuer with a certificate and a responder, and what openssl asks about it.
    struct Asked {
        let pki: TestPKI
        let leaf: SignedCertificate
        let responder: OCSPResponder

        init(_ kind: KeyKind) async throws {
            pki = try await TestPKI(root: kind, issuing: kind)
            leaf = try await pki.issuing.sign(.sample(key: SampleKeys.key(.p256)))
            responder = try await pki.issuing.makeResponder(
                serial: SystemSerialSource().next(now: noon), from: noon, days: 30)
            try pki.scratch.write("root.pem", pki.root.certificate.pem)
            try pki.scratch.write("issuing.pem", pki.issuing.certificate.pem)
            try pki.scratch.write("leaf.pem", leaf.pem)
        }

        func request(_ options: [String], about leaves: [String] = ["leaf.pem"]) throws -> [UInt8] {
            try Command.openssl.succeed(
                ["ocsp"] + options + ["-issuer", "issuing.pem"]
                    + leaves.flatMap { ["-cert", $0] } + ["-reqout", "request.der"],
                in: pki.scratch.url)
            return try pki.scratch.read("request.der")
        }

        func answer(
            _ request: OCSPRequest, _ standing: OCSPStatus.Standing
        ) async throws -> [UInt8] {
            try await responder.answer(
                request.certificates.map { OCSPStatus($0, standing) },
                OCSPTimes(
                    producedAt: noon, thisUpdate: noon,
                    nextUpdate: noon.addingTimeInterval(86_400)), nonce: request.nonce)
        }

        /// What openssl says of an answer to the request that it wrote.
        func verdict(_ answer: [UInt8], _ options: [String] = []) throws -> String {
            try pki.scratch.write("answer.der", answer)
            let time = String(Int(noon.timeIntervalSince1970) + 3600)
            // What the answer says of the leaf; and whether it answers the very request. Its own
            // times are held against the machine's clock, wide open.
            let questions = [
                options + ["-cert", "leaf.pem", "-no_nonce"], ["-reqin", "request.der"],
            ]
            return try questions.map { question in
                try Command.openssl.run(
                    ["ocsp", "-issuer", "issuing.pem"] + question + [
                        "-respin", "answer.der", "-CAfile", "root.pem", "-attime", time,
                        "-validity_period", "1000000000",
                    ], in: pki.scratch.url
                ).output
            }.joined()
        }
    }

    @Test(
        "openssl accepts what it is told, and the nonce with it",
        arguments: RevocationListTests.issuers, [[], ["-sha256"], ["-no_nonce"]])
    func answers(_ kind: KeyKind, _ options: [String]) async throws {
        let asked = try await Asked(kind)
        let request = try OCSPRequest(der: asked.request(options))
        #expect((request.nonce == nil) == options.contains("-no_nonce"))
        #expect(request.certificates.map(\.serial) == [Array(asked.leaf.serial.content)])
        let digests = try asked.pki.issuing.certificate.digests
        #expect(digests.contains(request.certificates[0].issuer))
        #expect(try !asked.pki.root.certificate.digests.contains(request.certificates[0].issuer))
        let revoked = OCSPStatus.Standing.revoked(at: noon.addingTimeInterval(-60), reason: 1)
        let cases: [(OCSPStatus.Standing, [String])] = [
            (.good, ["leaf.pem: good"]), (.unknown, ["leaf.pem: unknown"]),
            (revoked, ["leaf.pem: revoked", "Reason: keyCompromise", "Jul  1 11:59:00 2026"]),
        ]
        for (standing, phrases) in cases {
            let answer = try await asked.answer(request, standing)
            try LintSampleTests.keepStatus(answer, "\(standing)-\(kind)\(options).ocsp")
            let verdict = try asked.verdict(answer, options.filter { $0 == "-sha256" })
            #expect(verdict.contains("Response verify OK"), "\(verdict)")
            #expect(!verdict.contains("WARNING: no nonce") || request.nonce == nil)
            #expect(!verdict.contains("Nonce Verify error"), "\(verdict)")
            for phrase in phrases { #expect(verdict.contains(phrase), "\(verdict)") }
        }
    }

    @Test("several certificates are answered in one")
    func several() async throws {
        let asked = try await Asked(.p256)
        let other = try await asked.pki.issuing.sign(.sample(key: SampleKeys.key(.p384)))
        try asked.pki.scratch.write("other.pem", other.pem)
        let request = try OCSPRequest(
            der: asked.request([], about: ["leaf.pem", "other.pem"]))
        #expect(request.certificates.count == 2)
        let verdict = try asked.verdict(try await asked.answer(request, .good))
        #expect(verdict.contains("Response verify OK"), "\(verdict)")
    }

    @Test("a responder's certificate says what it is for, and not to ask about it")
    func responder() async throws {
        let asked = try await Asked(.rsa(bits: 2048))
        try asked.pki.scratch.write("responder.pem", asked.responder.certificate.pem)
        let text = try Command.openssl.succeed(
            [
                "x509", "-in", "responder.pem", "-noout", "-subject", "-ext",
                "extendedKeyUsage,keyUsage,noCheck,basicConstraints",
            ], in: asked.pki.scratch.url)
        let lines = text.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }
        #expect(
            lines.filter { !$0.isEmpty } == [
                "subject=C = SE, O = Example Ltd, CN = Test Issuing OCSP Responder",
                "X509v3 Key Usage: critical", "Digital Signature", "X509v3 Extended Key Usage:",
                "OCSP Signing", "OCSP No Check:",
            ])
        #expect(asked.responder.certificate.key.kind == .rsa(bits: 2048))
        let again = try await asked.pki.issuing.responder(asked.responder.certificate)
        #expect(again?.certificate == asked.responder.certificate)
        let stranger = try await TestPKI()
        #expect(try await stranger.issuing.responder(asked.responder.certificate) == nil)
    }

    @Test("a request that was cut or altered is refused, or means something, and never traps")
    func mutations() async throws {
        let asked = try await Asked(.p256)
        let whole = try asked.request(["-sha256"])
        for count in 0..<whole.count {
            #expect(throws: OCSPFailure.malformedRequest) {
                _ = try OCSPRequest(der: Array(whole[..<count]))
            }
        }
        let seed: UInt64 = 11
        var generator = SeededGenerator(seed: seed)
        for round in 0..<20_000 {
            var altered = whole
            for _ in 0...Int.random(in: 0...3, using: &generator) {
                altered[Int.random(in: 0..<altered.count, using: &generator)] = .random(
                    in: .min ... .max, using: &generator)
            }
            do {
                let request = try OCSPRequest(der: altered)
                #expect(!request.certificates.isEmpty, "seed \(seed), round \(round)")
            } catch {
                #expect(error == .malformedRequest, "seed \(seed), round \(round)")
            }
        }
    }

    @Test("a nonce has 1 to 128 octets", arguments: [0, 1, 32, 128, 129])
    func nonces(count: Int) throws {
        var writer = DERWriter()
        writer.append(DERWriter.Tag.sequence) { request in
            request.append(DERWriter.Tag.sequence) { body in
                body.append(DERWriter.Tag.sequence) { list in
                    list.append(DERWriter.Tag.sequence) { $0.append(whole: Self.certID) }
                }
                body.append(DERWriter.Tag.explicit(2)) { field in
                    field.append(DERWriter.Tag.sequence) { list in
                        list.append(extension: .nonce) {
                            $0.append(
                                DERWriter.Tag.octetString, Array(repeating: 9, count: count))
                        }
                    }
                }
            }
        }
        if OCSPRequest.nonceOctets.contains(count) {
            #expect(try OCSPRequest(der: writer.octets).nonce?.count == count)
        } else {
            #expect(throws: OCSPFailure.malformedRequest) {
                _ = try OCSPRequest(der: writer.octets)
            }
        }
    }

    @Test(
        "a serial number with an octet too many is refused: the answer repeats it",
        arguments: [
            ([0x7F], true), ([0, 0x80], true), ([0], true), ([0xFF, 0x7F], true),
            ([0, 0x7F], false), ([0, 0, 0x80], false), ([0xFF, 0x80], false),
        ] as [([UInt8], Bool)])
    func paddedSerial(serial: [UInt8], isRead: Bool) throws {
        var writer = DERWriter()
        writer.append(DERWriter.Tag.sequence) { request in
            request.append(DERWriter.Tag.sequence) { body in
                body.append(DERWriter.Tag.sequence) { list in
                    list.append(DERWriter.Tag.sequence) {
                        $0.append(whole: Self.certID(serial: serial))
                    }
                }
            }
        }
        if isRead {
            #expect(try OCSPRequest(der: writer.octets).certificates.count == 1)
        } else {
            #expect(throws: OCSPFailure.malformedRequest) {
                _ = try OCSPRequest(der: writer.octets)
            }
        }
    }

    /// A CertID with SHA-1 of nothing in particular.
    static var certID: [UInt8] { certID(serial: [77]) }

    private static func certID(serial: [UInt8]) -> [UInt8] {
        var writer = DERWriter()
        writer.append(DERWriter.Tag.sequence) { id in
            id.append(DERWriter.Tag.sequence) {
                $0.append(DERWriter.Tag.oid, [0x2B, 14, 3, 2, 26])
                $0.append(DERWriter.Tag.null, [])
            }
            id.append(DERWriter.Tag.octetString, Array(repeating: 1, count: 20))
            id.append(DERWriter.Tag.octetString, Array(repeating: 2, count: 20))
            id.append(DERWriter.Tag.integer, serial)
        }
        return writer.octets
    }
}
