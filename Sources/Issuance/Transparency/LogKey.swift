import Crypto
package import Foundation

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
        let signature = KeySignature(
            scheme: timestamp.scheme.ofKeys, signed: octets, signature: timestamp.signature)
        guard signature.isValid(by: key) else { throw .signatureInvalid }
    }
}

package enum LogKeyProblem: Error, Hashable, Sendable {
    case unreadable
    case unsuitable(KeyKind)
}

extension SignedTimestamp.Scheme {
    fileprivate var ofKeys: KeySignature.Scheme {
        switch self {
        case .rsaSHA256: .rsa(.sha256)
        case .ecdsaSHA256: .ecdsa(.sha256)
        }
    }
}
