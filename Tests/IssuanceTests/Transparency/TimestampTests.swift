import Crypto
import Foundation
import TestKit
import Testing

@testable import Issuance

@Suite struct TimestampTests {
    private static func timestamp(
        extensions: [UInt8] = [], signature: [UInt8] = [1, 2, 3]
    ) throws -> SignedTimestamp {
        try SignedTimestamp(
            logID: Array(repeating: 9, count: 32), milliseconds: 1_700_000_000_123,
            extensions: extensions, scheme: .ecdsaSHA256, signature: signature)
    }

    @Test("a timestamp is written as RFC 6962 has it, and read again")
    func octets() throws {
        let timestamp = try Self.timestamp(extensions: [7, 8])
        #expect(
            timestamp.octets == [0] + Array(repeating: 9, count: 32)
                + [0, 0, 0x01, 0x8B, 0xCF, 0xE5, 0x68, 0x7B] + [0, 2, 7, 8] + [4, 3]
                + [0, 3, 1, 2, 3])
        #expect(try SignedTimestamp(octets: timestamp.octets) == timestamp)
        let list = try TimestampList([timestamp, try Self.timestamp()])
        #expect(try TimestampList(octets: list.octets) == list)
        #expect(list.octets.prefix(4) == [0, 0x6A, 0, 0x34])
    }

    @Test("cut, padded and unknown timestamps are refused")
    func malformed() throws {
        let octets = try Self.timestamp().octets
        for count in 0..<octets.count {
            #expect(throws: TimestampProblem.self) {
                try SignedTimestamp(octets: Array(octets.prefix(count)))
            }
        }
        #expect(throws: TimestampProblem.malformed) { try SignedTimestamp(octets: octets + [0]) }
        var other = octets
        other[0] = 1
        #expect(throws: TimestampProblem.versionUnknown) { try SignedTimestamp(octets: other) }
        other = octets
        other[43] = 2
        #expect(throws: TimestampProblem.schemeUnknown) { try SignedTimestamp(octets: other) }
        #expect(throws: TimestampProblem.malformed) { try Self.timestamp(signature: []) }
        #expect(throws: TimestampProblem.malformed) { try TimestampList([]) }
    }

    @Test("random octets are no list, and end nothing")
    func fuzz() throws {
        var generator = SeededGenerator(seed: 6962)
        let list = try TimestampList([try Self.timestamp(), try Self.timestamp()]).octets
        for _ in 0..<2000 {
            var octets = list
            let place = Int.random(in: 0..<octets.count, using: &generator)
            octets[place] = UInt8.random(in: 0...255, using: &generator)
            if let read = try? TimestampList(octets: octets) {  // refused is as good
                #expect(read.octets == octets)
            }
        }
    }

    @Test("a timestamp is good by the key of its log alone", arguments: [SampleLog.Key.p256, .rsa])
    func verified(kind: SampleLog.Key) async throws {
        let pki = try await TestPKI()
        let issuer = pki.issuing.certificate
        let precertificate = try await pki.issuing.precertify(
            .sample(key: try SampleKeys.key(.p256)))
        let entry = try LoggedEntry(of: precertificate, by: issuer)
        func check(_ log: SampleLog, _ mood: SampleLog.Mood, by key: LogKey) throws {
            log.become(mood)
            try key.check(try log.add([precertificate, issuer]), of: entry, at: noon)
        }
        let log = try SampleLog("alpha", key: kind, now: { noon })
        let twin = try SampleLog("beta", key: kind, now: { noon })
        #expect(throws: Never.self) { try check(log, .honest, by: log.key) }
        #expect(throws: TimestampProblem.logIDWrong) { try check(log, .honest, by: twin.key) }
        #expect(throws: TimestampProblem.logIDWrong) { try check(log, .strange, by: log.key) }
        #expect(throws: TimestampProblem.signatureInvalid) {
            try check(log, .forging, by: log.key)
        }
        #expect(throws: TimestampProblem.tooNew) { try check(log, .ahead, by: log.key) }

        // Of another precertificate, and below another issuer's key.
        log.become(.honest)
        let timestamp = try log.add([precertificate, issuer])
        let other = try await pki.issuing.precertify(
            .sample(key: try SampleKeys.key(.p256), names: ["other.example.com"]))
        for entry in [
            try LoggedEntry(of: other, by: issuer),
            try LoggedEntry(of: precertificate, by: pki.root.certificate),
        ] {
            #expect(throws: TimestampProblem.signatureInvalid) {
                try log.key.check(timestamp, of: entry, at: noon)
            }
        }
    }

    @Test("logs sign with P-256, or with RSA of 2048 bits and more")
    func keys() throws {
        #expect(throws: LogKeyProblem.unsuitable(.p384)) {
            try LogKey(spki: try SampleKeys.key(.p384).spki)
        }
        #expect(throws: LogKeyProblem.unsuitable(.ed25519)) {
            try LogKey(spki: try SampleKeys.key(.ed25519).spki)
        }
        #expect(throws: LogKeyProblem.unreadable) { try LogKey(spki: [1, 2, 3]) }
        let key = try SampleKeys.key(.rsa(bits: 2048)).spki
        #expect(try LogKey(spki: key).id == Array(SHA256.hash(data: key)))
    }
}
