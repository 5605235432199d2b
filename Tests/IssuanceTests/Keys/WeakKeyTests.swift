import Crypto
import Foundation
import Testing

@testable import Issuance

@Suite struct WeakKeyTests {
    @Test(
        "sound keys pass",
        arguments: [
            KeyKind.rsa(bits: 2048), .rsa(bits: 4096), .p256, .p384, .p521, .ed25519,
        ])
    func sound(_ kind: KeyKind) throws {
        #expect(throws: Never.self) { try WeakKeyPolicy.standard.check(SampleKeys.key(kind)) }
    }

    @Test("a request whose RSA key is too short is refused by its size, not as unreadable")
    func shortRequest() throws {
        let pem = try RequestMaker().pem(key: KeyKind.rsa(bits: 1024).opensslOptions)
        #expect(throws: SigningRequestProblem.weakKey(.rsaTooSmall(bits: 1024))) {
            try SigningRequest(pem)
        }
    }

    struct Case: Sendable {
        let modulus: String
        let exponent: String
        let weakness: KeyWeakness?
    }

    static let cases = [
        Case(modulus: Moduli.sound, exponent: "010001", weakness: nil),
        Case(modulus: Moduli.sound, exponent: "010003", weakness: nil),
        Case(modulus: Moduli.sound, exponent: "01FFFFFFFF", weakness: nil),
        Case(modulus: Moduli.sound, exponent: "03", weakness: .exponentTooSmall),
        Case(modulus: Moduli.sound, exponent: "00", weakness: .exponentTooSmall),
        Case(modulus: Moduli.sound, exponent: "FFFF", weakness: .exponentTooSmall),
        Case(modulus: Moduli.sound, exponent: "010002", weakness: .exponentEven),
        Case(modulus: Moduli.sound, exponent: "0200000001", weakness: .exponentTooLarge),
        Case(
            modulus: Moduli.sound, exponent: "010000000000000001", weakness: .exponentTooLarge),
        Case(modulus: Moduli.roca, exponent: "010001", weakness: .roca),
        Case(modulus: Moduli.divisibleBy751, exponent: "010001", weakness: .smallFactor(751)),
        Case(
            modulus: Moduli.sound.dropLast() + "0", exponent: "010001",
            weakness: .smallFactor(2)),
        Case(
            modulus: "01" + Moduli.sound, exponent: "010001",
            weakness: .modulusNotWholeOctets(bits: 2049)),
        Case(
            modulus: String(Moduli.sound.dropFirst(2)), exponent: "010001",
            weakness: .rsaTooSmall(bits: 2040)),
        Case(
            modulus: String(repeating: Moduli.sound, count: 4) + "01", exponent: "010001",
            weakness: .rsaTooLarge(bits: 8200)),
        Case(modulus: "00", exponent: "00", weakness: .rsaTooSmall(bits: 0)),
    ]

    @Test("RSA keys are refused by what is wrong with their numbers", arguments: cases)
    func numbers(_ sample: Case) throws {
        let key = try Self.key(sample.modulus, sample.exponent)
        #expect(Self.weakness(of: key, under: .standard) == sample.weakness)
    }

    @Test("a key on the list is refused, in either notation, and others are not")
    func blocklist() throws {
        let key = try Self.key(Moduli.sound, "010001")
        let debian = Insecure.SHA1.hash(data: Array("Modulus=\(Moduli.sound)\n".utf8))
            .hexadecimal.suffix(20).lowercased()
        for entry in [key.fingerprint, key.fingerprint.lowercased(), debian] {
            let list = try KeyBlocklist("# lost keys\n\n\(entry) # mine\r\n")
            let policy = WeakKeyPolicy.standard.refusing(list)
            #expect(Self.weakness(of: key, under: policy) == .blocklisted)
            #expect(try Self.weakness(of: SampleKeys.key(.p256), under: policy) == nil)
        }
    }

    @Test(
        "a list with a line that is no entry is refused by the line's number",
        arguments: [
            "xyz", "ABCD", String(repeating: "A", count: 63),
        ])
    func blocklistLine(_ line: String) {
        #expect(throws: KeyBlocklist.LineProblem(line: 3)) { try KeyBlocklist("#\n\n\(line)\n") }
    }

    @Test("broken RSA keys are malformed, foreign bytes unparseable")
    func malformed() throws {
        let sound = try Self.key(Moduli.sound, "010001").spki
        #expect(throws: SubjectKeyProblem.unparseable) { try SubjectKey(spki: [0x30, 0]) }
        #expect(throws: SubjectKeyProblem.unparseable) { try SubjectKey(spki: sound + [0]) }
        var negative = sound
        let modulus = try #require(sound.firstRange(of: [0x02, 0x82, 0x01, 0x01, 0x00])).upperBound
        negative[modulus - 1] = 0xFF
        #expect(throws: SubjectKeyProblem.malformed) { try SubjectKey(spki: negative) }
    }

    private static func weakness(of key: SubjectKey, under policy: WeakKeyPolicy) -> KeyWeakness? {
        do {
            try policy.check(key)
            return nil
        } catch {
            return error
        }
    }

    /// A key of these numbers, put together by hand: no library would make most of them.
    static func key(_ modulus: String, _ exponent: String) throws -> SubjectKey {
        func integer(_ hex: String) throws -> [UInt8] {
            let octets = try #require([UInt8](hexadecimal: hex)).drop { $0 == 0 }
            return element(
                0x02, octets.first ?? 0 >= 0x80 || octets.isEmpty ? [0] + octets : octets)
        }
        let numbers = element(0x30, try integer(modulus) + integer(exponent))
        let algorithm = try #require([UInt8](hexadecimal: "300D06092A864886F70D0101010500"))
        return try SubjectKey(spki: element(0x30, algorithm + element(0x03, [0] + numbers)))
    }

    private static func element(_ tag: UInt8, _ content: some Collection<UInt8>) -> [UInt8] {
        let count = content.count
        let length: [UInt8] =
            count < 128 ? [UInt8(count)] : [0x82, UInt8(count >> 8), UInt8(count & 255)]
        return [tag] + length + content
    }
}
