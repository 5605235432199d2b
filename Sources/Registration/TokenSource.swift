import Crypto
import Issuance

/// Random text: keys, public ids, values for domain control. Handed in, so that tests know it.
package struct TokenSource: Sendable {
    private let random: @Sendable () -> any RandomNumberGenerator

    package init(_ random: @escaping @Sendable () -> any RandomNumberGenerator) {
        self.random = random
    }

    package static let system = TokenSource { SystemRandomNumberGenerator() }

    /// 64 letters and digits, 380 bits: nobody guesses it, so a plain hash of it may be stored.
    package func apiKey() -> String { text(length: 64, alphabet: Self.mixed) }

    /// 32 lower-case hex digits.
    package func publicID() -> String { text(length: 32, alphabet: Self.hex) }

    /// 32 lower-case letters and digits, as the contract shows them.
    func controlToken() -> String { text(length: 32, alphabet: Self.lower) }

    /// 16 digits, typed by a person.
    package func initializationCode() -> String { text(length: 16, alphabet: Array("0123456789")) }

    /// A public key whose private half is forgotten here and now: for certificates that prove
    /// something without anybody ever signing with them.
    func unusedKey() throws -> SubjectKey {
        var generator = random()
        while true {
            let octets = (0..<32).map { _ in UInt8(truncatingIfNeeded: generator.next()) }
            // Of 2^32 draws, one is no key of the curve; then the next one is.
            guard let key = try? P256.Signing.PrivateKey(rawRepresentation: octets) else {
                continue
            }
            return try SubjectKey(spki: Array(key.publicKey.derRepresentation))
        }
    }

    /// 32 signs of base32 (RFC 4648), 160 bits.
    func voucherCode() -> String { text(length: 32, alphabet: Self.base32) }

    /// A whole number from 0, for what is to be spread.
    func number(below limit: Int) -> Int {
        var generator = random()
        return Int(generator.next(upperBound: UInt(limit)))
    }

    func octets(_ count: Int) -> [UInt8] {
        var generator = random()
        return (0..<count).map { _ in UInt8(truncatingIfNeeded: generator.next()) }
    }

    private static let base32 = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567")
    private static let hex = Array("0123456789abcdef")
    private static let lower = Array("0123456789abcdefghijklmnopqrstuvwxyz")
    private static let mixed = lower + Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ")

    private func text(length: Int, alphabet: [Character]) -> String {
        var generator = random()
        return String((0..<length).map { _ in alphabet.randomElement(using: &generator)! })
    }
}
