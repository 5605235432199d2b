import Testing

@testable import Issuance

/// Keys in the one form that this authority writes.
@Suite struct SubjectKeyTests {
    static let kinds: [KeyKind] = [.p256, .p384, .p521, .ed25519]

    @Test("a key is read as it was written", arguments: kinds)
    func whole(_ kind: KeyKind) throws {
        let key = try SampleKeys.key(kind)
        #expect(try SubjectKey(spki: key.spki) == key)
        #expect(key.kind == kind)
    }

    @Test("a compressed point, and one off its curve, are malformed", arguments: [1, 0] as [UInt8])
    func points(_ isOff: UInt8) throws {
        let spki = try SampleKeys.key(.p256).spki
        let head = Array(spki.prefix(26))
        var point = Array(spki.dropFirst(26))
        if isOff == 1 {
            point[64] ^= 1
            #expect(throws: SubjectKeyProblem.malformed) { try SubjectKey(spki: head + point) }
        } else {
            let compressed = [2 + point[64] & 1] + point[1...32]
            var short = head
            short[1] -= 32
            short[24] -= 32
            #expect(throws: SubjectKeyProblem.malformed) {
                try SubjectKey(spki: short + compressed)
            }
        }
    }

    @Test("parameters beside an Ed25519 key are malformed")
    func parameters() throws {
        let key = try SampleKeys.key(.ed25519).spki
        let withNull: [UInt8] =
            [0x30, 0x2C, 0x30, 0x07, 0x06, 0x03, 0x2B, 0x65, 0x70, 0x05, 0x00] + key.dropFirst(9)
        #expect(throws: (any Error).self) { try SubjectKey(spki: withNull) }
    }
}
