import Crypto
import CryptoExtras
package import Foundation

/// What private keys are sealed under: a passphrase, or 32 octets kept in a file.
///
/// A passphrase goes through scrypt (RFC 7914), which makes each guess dear; key octets need no
/// such thing. Both end in HKDF-SHA256 (RFC 5869), which yields the cipher's key and a check.
package enum SealingSecret: Sendable {
    case passphrase(String, cost: ScryptCost = .standard)
    case octets(SymmetricKeyOctets)

    package static let keyFileOctets = 32

    /// Reads a key file: 32 octets from a random source, for the owner's eyes only.
    package static func keyFile(at url: URL) throws(KeeperProblem) -> SealingSecret {
        let path = url.path(percentEncoded: false)
        let content = try content(path)
        try OwnerOnly.check(url)
        return try secret(content, path: path)
    }

    /// Reads a key file that the system hands over, and keeps from others in ways of its own.
    package static func credential(at url: URL) throws(KeeperProblem) -> SealingSecret {
        let path = url.path(percentEncoded: false)
        return try secret(try content(path), path: path)
    }

    private static func content(_ path: String) throws(KeeperProblem) -> Data {
        guard FileManager.default.fileExists(atPath: path) else { throw .secretMissing(path: path) }
        guard let content = FileManager.default.contents(atPath: path) else {
            throw .secretUnreadable(path: path)
        }
        return content
    }

    private static func secret(
        _ content: Data, path: String
    ) throws(KeeperProblem) -> SealingSecret {
        guard content.count == keyFileOctets else { throw .secretMalformed(path: path) }
        return .octets(SymmetricKeyOctets(Array(content)))
    }

    /// Writes a new key file, never over an old one.
    package static func makeKeyFile(at url: URL) throws {
        let key = SymmetricKey(size: .bits256)
        try DurableFile(url).write(key.withUnsafeBytes { Array($0) })
    }

    /// The cost to seal with, 0 where there is no passphrase.
    var costLog2: UInt8 {
        switch self {
        case .passphrase(_, let cost): cost.log2
        case .octets: 0
        }
    }

    func derive(salt: [UInt8], costLog2: UInt8) throws -> SealingKey {
        switch self {
        case .passphrase(let passphrase, _):
            let key = try KDF.Scrypt.deriveKey(
                from: Array(passphrase.precomposedStringWithCanonicalMapping.utf8), salt: salt,
                outputByteCount: 32, rounds: 1 << Int(costLog2), blockSize: 8, parallelism: 1)
            return SealingKey(from: key, salt: salt)
        case .octets(let octets):
            return SealingKey(from: SymmetricKey(data: octets.octets), salt: salt)
        }
    }
}

/// How dear a guess at a passphrase is: scrypt's N as a power of two, with r = 8 and p = 1.
package struct ScryptCost: Hashable, Sendable {
    package static let log2Min: UInt8 = 15
    package static let log2Max: UInt8 = 20

    let log2: UInt8

    /// 128 MiB and some tenths of a second.
    package static let standard = ScryptCost(log2: 17)
    /// 32 MiB: for machines with little memory, and for tests.
    package static let least = ScryptCost(log2: log2Min)
}

/// Octets that do not show themselves when printed.
package struct SymmetricKeyOctets: Sendable, CustomStringConvertible, CustomReflectable {
    let octets: [UInt8]

    package init(_ octets: [UInt8]) {
        self.octets = octets
    }

    package var description: String { "(secret)" }
    package var customMirror: Mirror { Mirror(self, children: []) }
}

/// What a secret and a salt come to: a key for AES-256-GCM, and octets that recognize the secret.
struct SealingKey: Sendable {
    static let checkOctets = 16

    let cipherKey: SymmetricKey
    let check: [UInt8]

    fileprivate init(from key: SymmetricKey, salt: [UInt8]) {
        let derived = HKDF<SHA256>.deriveKey(
            inputKeyMaterial: key, salt: salt, info: Array("chancery sealed key 1".utf8),
            outputByteCount: 32 + Self.checkOctets)
        let octets = derived.withUnsafeBytes { Array($0) }
        cipherKey = SymmetricKey(data: octets[..<32])
        check = Array(octets[32...])
    }
}
