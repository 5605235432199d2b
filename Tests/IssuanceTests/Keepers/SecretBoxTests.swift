import Foundation
import Issuance
import Testing

@Suite struct SecretBoxTests {
    private static func box(_ octet: UInt8 = 1) -> SecretBox {
        SecretBox(secret: .octets(SymmetricKeyOctets(Array(repeating: octet, count: 32))))
    }

    @Test("what was sealed is read again, by another process too")
    func roundTrip() throws {
        let sealed = try Self.box().seal([1, 2, 3], for: "a test")
        #expect(try Self.box().open(sealed, for: "a test") == [1, 2, 3])
    }

    @Test("with a passphrase as well")
    func passphrase() throws {
        func box() -> SecretBox { SecretBox(secret: .passphrase("open sesame", cost: .least)) }
        let sealed = try box().seal([1, 2, 3], for: "a test")
        #expect(try box().open(sealed, for: "a test") == [1, 2, 3])
        let other = SecretBox(secret: .passphrase("open sésame", cost: .least))
        for wrong in [other, Self.box()] {
            #expect(throws: SecretBox.Problem.closed(under: .passphrase)) {
                try wrong.open(sealed, for: "a test")
            }
        }
    }

    @Test("nothing is read with another key, for another purpose, or after a change")
    func refusals() throws {
        let sealed = try Self.box().seal([1, 2, 3], for: "a test")
        #expect(throws: SecretBox.Problem.closed(under: .keyFile)) {
            try Self.box(2).open(sealed, for: "a test")
        }
        #expect(throws: SecretBox.Problem.closed(under: .keyFile)) {
            try Self.box().open(sealed, for: "another")
        }
        for place in sealed.indices {
            var changed = sealed
            changed[place] ^= 1
            #expect(throws: SecretBox.Problem.self) {
                try Self.box().open(changed, for: "a test")
            }
        }
        #expect(throws: SecretBox.Problem.damaged) {
            try Self.box().open(Array(sealed.prefix(20)), for: "a test")
        }
    }
}
