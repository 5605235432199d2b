import Foundation
@testable import Issuance
import Testing
import TestKit

@Suite struct SigningRequestRefusalTests {
    @Test(
        "texts that hold no request are refused",
        arguments: [
            "", " \n", "garbage", "QUJD", "AAAA", "%%%%",
            "-----BEGIN CERTIFICATE REQUEST-----\n-----END CERTIFICATE REQUEST-----",
            "-----BEGIN CERTIFICATE REQUEST-----\nMIIB",
            "-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----",
            "-----BEGIN CERTIFICATE REQUEST-----\nMI IB===\n-----END CERTIFICATE REQUEST-----",
        ])
    func garbage(_ text: String) {
        #expect(throws: SigningRequestProblem.unparseable) { try SigningRequest(text) }
    }

    @Test("a text over the limit is refused unread, one at the limit is not too large")
    func tooLarge() {
        let text = Corpus.p256 + String(repeating: " ", count: SigningRequest.octetsMax)
        #expect(throws: SigningRequestProblem.tooLarge) { try SigningRequest(text) }
        let padded = Corpus.p256.padding(
            toLength: SigningRequest.octetsMax, withPad: " ", startingAt: 0)
        #expect(throws: Never.self) { try SigningRequest(padded) }
    }

    @Test("a request cut at any length is refused as unparseable")
    func truncated() throws {
        let der = try SigningRequest(Corpus.p256).der
        for length in 0..<der.count {
            #expect(throws: SigningRequestProblem.unparseable, "\(length) octets") {
                try SigningRequest(der: Array(der[..<length]))
            }
        }
    }

    @Test("bytes after the end are refused by name")
    func trailing() throws {
        let der = try SigningRequest(Corpus.p256).der
        #expect(throws: SigningRequestProblem.trailingBytes) {
            try SigningRequest(der: der + [0])
        }
    }

    @Test("a request signed by another key is refused")
    func anotherKey() throws {
        let mine = try SigningRequest(Corpus.p256).der
        let other = try SigningRequest(Corpus.otherP256).der
        let spliced = try #require(Self.splice(key: other, into: mine))
        #expect(throws: SigningRequestProblem.signatureInvalid) {
            try SigningRequest(der: spliced)
        }
    }

    @Test("of a request that was read before, the key alone is judged again")
    func known() throws {
        let mine = try SigningRequest(Corpus.p256)
        let spliced = try #require(
            Self.splice(key: SigningRequest(Corpus.otherP256).der, into: mine.der))
        let pem = PEM(label: "CERTIFICATE REQUEST", der: spliced).text + "\n"
        #expect(throws: SigningRequestProblem.signatureInvalid) {
            try SigningRequest(pem, known: mine.pem)
        }
        // As if it had been proved: what is not the same is not taken for it.
        #expect(try SigningRequest(pem, known: pem).pem == pem)
        let strict = WeakKeyPolicy.standard.refusing(try KeyBlocklist(mine.key.fingerprint))
        #expect(throws: SigningRequestProblem.weakKey(.blocklisted)) {
            try SigningRequest(mine.pem, policy: strict, known: mine.pem)
        }
    }

    @Test(
        "keys of other types are refused by their object identifier",
        arguments: [
            (["-algorithm", "ED448"], "1.3.101.113"),
            (KeyKind.curve("secp256k1"), "1.3.132.0.10"),
            (KeyKind.curve("secp224r1"), "1.3.132.0.33"),
            (
                ["-algorithm", "RSA-PSS", "-pkeyopt", "rsa_keygen_bits:2048"],
                "1.2.840.113549.1.1.10"
            ),
        ])
    func otherTypes(_ options: [String], _ name: String) throws {
        let pem = try RequestMaker().pem(key: options)
        #expect(throws: SigningRequestProblem.keyTypeUnsupported(name)) {
            try SigningRequest(pem)
        }
    }

    @Test("a point off its curve is a malformed key")
    func offCurve() throws {
        let der = try SigningRequest(Corpus.p256).der
        let point = try #require(Self.pointStart(der))
        var broken = der
        broken[point + 64] ^= 1
        #expect(throws: SigningRequestProblem.keyMalformed) { try SigningRequest(der: broken) }
    }

    @Test("random changes are refused or change nothing that is signed", arguments: 0..<8)
    func mutations(_ round: UInt64) throws {
        let seed = UInt64.random(in: .min ... .max) &+ round
        var generator = SeededGenerator(seed: seed)
        let original = try SigningRequest(Corpus.p256)
        for _ in 0..<500 {
            var der = original.der
            for _ in 0..<Int.random(in: 1...4, using: &generator) {
                let place = Int.random(in: 0..<der.count, using: &generator)
                der[place] = UInt8.random(in: .min ... .max, using: &generator)
            }
            // Refused is as good as read, here.
            guard der != original.der, let read = try? SigningRequest(der: der) else { continue }
            #expect(read.key == original.key, "seed \(seed)")
            #expect(read.commonName == original.commonName, "seed \(seed)")
        }
    }

    /// Where the uncompressed point of a P-256 key starts.
    private static func pointStart(_ der: [UInt8]) -> Int? {
        let mark: [UInt8] = [0x03, 0x42, 0x00, 0x04]
        return der.indices.first { der[$0...].starts(with: mark) }.map { $0 + 3 }
    }

    private static func splice(key other: [UInt8], into der: [UInt8]) -> [UInt8]? {
        guard let from = pointStart(other), let into = pointStart(der) else { return nil }
        var spliced = der
        spliced.replaceSubrange(into..<into + 65, with: other[from..<from + 65])
        return spliced
    }
}
