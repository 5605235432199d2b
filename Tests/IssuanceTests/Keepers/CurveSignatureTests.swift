import Crypto
import Foundation
import Testing

@testable import Issuance

@Suite struct CurveSignatureTests {
    /// So many that some of their numbers begin with a zero octet, and most others with a high bit.
    private static let count = 1500

    @Test("signatures are written as the library writes them, whatever their numbers begin with")
    func forms() throws {
        let key = try PrivateKey(making: .p256)
        let publicKey = try P256.Signing.PublicKey(derRepresentation: key.publicHalf().spki)
        var lengths: Set<Int> = []
        for number in 0..<Self.count {
            let octets = Array("\(number)".utf8)
            let signature = try key.sign(octets, over: .sha256)
            let read = try P256.Signing.ECDSASignature(derRepresentation: signature)
            #expect(Array(read.derRepresentation) == signature)
            #expect(publicKey.isValidSignature(read, for: octets))
            lengths.insert(signature.count)
        }
        #expect(lengths.isSuperset(of: 70...72))
    }

    @Test("those of larger curves, too", arguments: [KeyKind.p384, .p521])
    func large(kind: KeyKind) throws {
        let key = try PrivateKey(making: kind)
        for number in 0..<20 {
            let octets = Array("\(number)".utf8)
            let signature = try key.sign(octets, over: .sha512)
            let spki = try key.publicHalf().spki
            let isValid =
                switch kind {
                case .p384:
                    try P384.Signing.PublicKey(derRepresentation: spki).isValidSignature(
                        .init(derRepresentation: signature), for: SHA512.hash(data: octets))
                default:
                    try P521.Signing.PublicKey(derRepresentation: spki).isValidSignature(
                        .init(derRepresentation: signature), for: SHA512.hash(data: octets))
                }
            #expect(isValid)
        }
    }
}
