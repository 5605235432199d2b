import Crypto
import SwiftASN1
import Synchronization
import X509

/// What a certificate passes on its way to the issuer's key, once: its octets are linted before
/// they are signed, and compared and verified after it.
final class LintGate: Sendable {
    private let place: LintPlace
    private let passed = Mutex<(body: [UInt8], algorithm: [UInt8])?>(nil)

    init(_ place: LintPlace) {
        self.place = place
    }

    /// Refuses what the lints have something against.
    ///
    /// They see a whole certificate, under a key that is good for nothing: while they look, there
    /// is no signature that anybody would trust.
    ///
    /// - Parameter algorithm: the AlgorithmIdentifier of the signature to come.
    func pass(_ body: [UInt8], _ algorithm: [UInt8]) throws {
        var writer = DERWriter(reserving: body.count + 128)
        let signature = try ThrowawayKey.signature(of: body)
        writer.append(DERWriter.Tag.sequence) { whole in
            whole.append(whole: body)
            whole.append(whole: algorithm)
            whole.append(bits: signature)
        }
        let findings = Lint.findings(in: writer.octets, at: place)
        guard findings.isEmpty else { throw LintProblem(findings: findings) }
        passed.withLock { $0 = (body, algorithm) }
    }

    /// Refuses a certificate that is not what was linted, or not signed by `key`.
    func check(_ certificate: SignedCertificate, by key: Certificate.PublicKey) throws {
        guard let passed = passed.withLock({ $0 }) else { throw SigningFault.notLinted }
        var file = DERReader(certificate.der)
        var whole = file.inside(try file.read(DERWriter.Tag.sequence))
        let body = whole.octets(try whole.readAny().whole)
        let algorithm = whole.octets(try whole.readAny().whole)
        guard body == passed.body[...], algorithm == passed.algorithm[...] else {
            throw SigningFault.altered
        }
        guard key.isValidSignature(certificate.x509.signature, for: certificate.x509) else {
            throw SigningFault.signatureWrong
        }
    }
}

/// Why a certificate that was signed is thrown away.
package enum SigningFault: Error, Hashable, Sendable {
    /// Its octets never came by.
    case notLinted
    /// It says something else than what was linted.
    case altered
    /// The keeper's signature is not one of the issuer's key over it.
    case signatureWrong
}

/// A key of this process, that signs what is looked at before it is signed in earnest.
private enum ThrowawayKey {
    private static let key = P256.Signing.PrivateKey()

    static func signature(of octets: [UInt8]) throws -> [UInt8] {
        Array(try key.signature(for: octets).derRepresentation)
    }
}
