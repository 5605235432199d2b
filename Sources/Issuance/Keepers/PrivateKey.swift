import Crypto
import CryptoExtras
import Foundation

/// A private key in memory, of a kind that authorities sign with.
enum PrivateKey: Sendable {
    case rsa(_RSA.Signing.PrivateKey)
    case p256(P256.Signing.PrivateKey)
    case p384(P384.Signing.PrivateKey)
    case p521(P521.Signing.PrivateKey)

    static let rsaBitsAllowed = [2048, 3072, 4096]

    /// A new key from the system's random source.
    init(making kind: KeyKind) throws {
        switch kind {
        case .rsa(let bits):
            guard Self.rsaBitsAllowed.contains(bits) else {
                throw KeeperProblem.kindUnsupported(kind)
            }
            self = .rsa(try _RSA.Signing.PrivateKey(keySize: .init(bitCount: bits)))
        case .p256: self = .p256(.init())
        case .p384: self = .p384(.init())
        case .p521: self = .p521(.init())
        case .ed25519: throw KeeperProblem.kindUnsupported(kind)
        }
    }

    /// PKCS #8 (RFC 5208) says the algorithm, which the sealed file therefore need not.
    init?(pkcs8 der: Data) {
        if let key = try? P256.Signing.PrivateKey(derRepresentation: der) {  // or the next
            self = .p256(key)
        } else if let key = try? P384.Signing.PrivateKey(derRepresentation: der) {  // or the next
            self = .p384(key)
        } else if let key = try? P521.Signing.PrivateKey(derRepresentation: der) {  // or the next
            self = .p521(key)
        } else if let key = try? _RSA.Signing.PrivateKey(derRepresentation: der) {  // or the next
            self = .rsa(key)
        } else {
            return nil
        }
    }

    var pkcs8: Data {
        switch self {
        case .rsa(let key): key.pkcs8DERRepresentation
        case .p256(let key): key.derRepresentation
        case .p384(let key): key.derRepresentation
        case .p521(let key): key.derRepresentation
        }
    }

    func publicHalf() throws -> SubjectKey {
        switch self {
        case .rsa(let key): try SubjectKey(spki: Array(key.publicKey.derRepresentation))
        case .p256(let key): try SubjectKey(spki: Array(key.publicKey.derRepresentation))
        case .p384(let key): try SubjectKey(spki: Array(key.publicKey.derRepresentation))
        case .p521(let key): try SubjectKey(spki: Array(key.publicKey.derRepresentation))
        }
    }

    func sign(_ bytes: [UInt8], over hash: HashAlgorithm) throws -> [UInt8] {
        try sign(hash.digest(of: bytes))
    }

    private func sign(_ digest: some Digest) throws -> [UInt8] {
        switch self {
        case .rsa(let key):
            Array(try key.signature(for: digest, padding: .insecurePKCS1v1_5).rawRepresentation)
        case .p256(let key): Self.signature(try key.signature(for: digest).rawRepresentation)
        case .p384(let key): Self.signature(try key.signature(for: digest).rawRepresentation)
        case .p521(let key): Self.signature(try key.signature(for: digest).rawRepresentation)
        }
    }

    /// An ECDSA-Sig-Value of two numbers that come one after the other, of the same length: the
    /// library would turn them into numbers to compute with, and back.
    private static func signature(_ numbers: Data) -> [UInt8] {
        let octets = Array(numbers)
        var writer = DERWriter(reserving: octets.count + 16)
        writer.append(DERWriter.Tag.sequence) {
            $0.append(magnitude: octets[..<(octets.count / 2)])
            $0.append(magnitude: octets[(octets.count / 2)...])
        }
        return writer.octets
    }
}
