import Foundation
import TestKit
import Testing

@testable import Issuance

@Suite struct OfferedKeyTests {
    @Test(
        "bare public keys of every kind are read as openssl writes them",
        arguments: SigningRequestTests.kinds)
    func everyKind(_ kind: KeyKind) throws {
        let maker = try RequestMaker()
        let csr = try maker.pem(key: kind.opensslOptions)
        let pem = try maker.bareKey()
        let offered = try OfferedKey(pem)
        #expect(offered == .bareKey(try SigningRequest(csr).key))
        #expect(offered.pem == pem)
        let base64 = pem.split(separator: "\n").dropFirst().dropLast().joined()
        #expect(try OfferedKey(base64) == offered)
        #expect(try OfferedKey(pem.replacing("\n", with: " ")) == offered)
    }

    @Test("a CSR is a CSR, also where the key stands beside it")
    func request() throws {
        let maker = try RequestMaker()
        let csr = try maker.pem(key: KeyKind.p256.opensslOptions)
        let key = try maker.bareKey()
        let read = OfferedKey.request(try SigningRequest(csr))
        #expect(try OfferedKey(csr) == read)
        #expect(try OfferedKey(key + csr) == read)
        #expect(read.pem == csr)
    }

    @Test("a bare key is held to what a CSR's key is held to")
    func weak() throws {
        let short = try RequestMaker()
        _ = try short.pem(key: KeyKind.rsa(bits: 1024).opensslOptions)
        let tooSmall = SigningRequestProblem.weakKey(.rsaTooSmall(bits: 1024))
        #expect(throws: tooSmall) { try OfferedKey(try short.bareKey()) }
        let curve = try RequestMaker()
        _ = try curve.pem(key: KeyKind.curve("secp256k1"))
        #expect(throws: SigningRequestProblem.keyTypeUnsupported("1.3.132.0.10")) {
            try OfferedKey(try curve.bareKey())
        }
        let key = try SampleKeys.key(.p256)
        let lost = WeakKeyPolicy.standard.refusing(try KeyBlocklist(key.fingerprint))
        #expect(throws: SigningRequestProblem.weakKey(.blocklisted)) {
            try OfferedKey(OfferedKey.bareKey(key).pem, policy: lost)
        }
    }

    @Test("what is neither is refused, and a broken CSR does not count as the key beside it")
    func neither() throws {
        let key = OfferedKey.bareKey(try SampleKeys.key(.p256)).pem
        for text in ["", "x", "MAA=", key.replacing("MFkw", with: "MFkx")] {
            #expect(throws: SigningRequestProblem.unparseable) { try OfferedKey(text) }
        }
        let broken = "-----BEGIN CERTIFICATE REQUEST-----\nMAA=\n-----END CERTIFICATE REQUEST-----"
        #expect(throws: SigningRequestProblem.unparseable) { try OfferedKey(key + broken) }
        let open = "-----BEGIN CERTIFICATE REQUEST-----\nMAA="
        #expect(throws: SigningRequestProblem.unparseable) { try OfferedKey(key + open) }
    }
}

extension RequestMaker {
    /// The public key of the last request, without a request around it.
    func bareKey() throws -> String {
        try Command.openssl.succeed(["pkey", "-in", "key.pem", "-pubout"], in: scratch.url)
    }
}
