import Crypto
import CryptoExtras
package import Foundation
import SwiftASN1

/// The public key of a log, by which its timestamps are known (RFC 6962 section 2.1.4: ECDSA on
/// P-256, or RSA with at least 2048 bits, both over SHA-256).
package struct LogKey: Hashable, Sendable {
    package static let rsaBitsMin = 2048
    /// What clocks may be apart.
    package static let clockSlackSeconds: TimeInterval = 300

    /// The SubjectPublicKeyInfo in DER.
    package let spki: [UInt8]
    /// What the log calls itself: SHA-256 of its key.
    package let id: [UInt8]
    private let key: SubjectKey

    package init(spki: [UInt8]) throws(LogKeyProblem) {
        guard let key = try? SubjectKey(spki: spki) else { throw .unreadable }  // however broken
        switch key.kind {
        case .p256: break
        case .rsa(let bits) where bits >= Self.rsaBitsMin: break
        case .rsa, .p384, .p521, .ed25519: throw .unsuitable(key.kind)
        }
        self.spki = spki
        self.key = key
        id = Array(SHA256.hash(data: spki))
    }

    /// Refuses a timestamp that this log has not signed over this entry.
    package func check(
        _ timestamp: SignedTimestamp, of entry: LoggedEntry, at now: Date
    ) throws(TimestampProblem) {
        guard timestamp.logID == id else { throw .logIDWrong }
        guard timestamp.date <= now.addingTimeInterval(Self.clockSlackSeconds) else {
            throw .tooNew
        }
        let octets = entry.signedOctets(
            at: timestamp.milliseconds, extensions: timestamp.extensions)
        // A signature that cannot even be read is as good as wrong.
        guard (try? isValid(timestamp, over: octets)) == true else { throw .signatureInvalid }
    }

    private func isValid(_ timestamp: SignedTimestamp, over octets: [UInt8]) throws -> Bool {
        let bits = Array(try SPKIFields(derEncoded: spki).keyBits)
        let digest = SHA256.hash(data: octets)
        switch (key.kind, timestamp.scheme) {
        case (.p256, .ecdsaSHA256):
            return try P256.Signing.PublicKey(x963Representation: bits).isValidSignature(
                .init(derRepresentation: timestamp.signature), for: digest)
        case (.rsa, .rsaSHA256):
            return try _RSA.Signing.PublicKey(derRepresentation: bits).isValidSignature(
                .init(rawRepresentation: timestamp.signature), for: digest,
                padding: .insecurePKCS1v1_5)
        case (.p256, _), (.rsa, _), (.p384, _), (.p521, _), (.ed25519, _): return false
        }
    }
}

package enum LogKeyProblem: Error, Hashable, Sendable {
    case unreadable
    case unsuitable(KeyKind)
}
