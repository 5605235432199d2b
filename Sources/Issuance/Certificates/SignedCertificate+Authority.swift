import SwiftASN1
import X509

/// What a CA certificate lets its key do (RFC 5280 sections 4.2.1.3, 4.2.1.9 and 4.2.1.12).
extension SignedCertificate {
    /// Whether it bears its own name as its issuer's, and its own signature.
    package var isRoot: Bool { x509.issuer == x509.subject && isSigned(by: self) }

    /// Whether `issuer`, by its name and its key, signed this one.
    package func isSigned(by issuer: SignedCertificate) -> Bool {
        // A key that cannot be read has signed nothing.
        guard x509.issuer == issuer.x509.subject, let key = try? issuer.key.publicKey() else {
            return false
        }
        return key.isValidSignature(x509.signature, for: x509)
    }

    /// How many authorities may stand below it; absent for any number, or for no authority.
    package var pathLength: Int? {
        // Asked of authorities only, whose constraints could be read.
        guard let constraints = try? x509.extensions.basicConstraints,
            case .isCertificateAuthority(let length) = constraints
        else { return nil }
        return length
    }

    /// What its own extension calls its key, which certificates below it must repeat: an imported
    /// authority may have been named by another rule than ours.
    var subjectKeyIdentifier: [UInt8] {
        do {
            guard let own = try x509.extensions.subjectKeyIdentifier else {
                return key.identifier.octets
            }
            return Array(own.keyIdentifier)
        } catch {
            return key.identifier.octets
        }
    }

    /// Empty for every purpose.
    var usages: [ExtendedKeyUsage.Usage] { allowedPurposes.map(Array.init) ?? [] }

    /// Without the extension a key may do everything.
    package var signsCertificates: Bool { usage?.keyCertSign ?? true }

    package var signsRevocationLists: Bool { usage?.cRLSign ?? true }

    /// One that cannot be read allows nothing.
    private var usage: KeyUsage? {
        do { return try x509.extensions.keyUsage } catch { return KeyUsage() }
    }

    /// The first of these purposes for which nothing below this authority can be used.
    package func firstUncovered(of purposes: [KeyPurpose]) -> KeyPurpose? {
        guard let allowed = allowedPurposes else { return nil }
        return purposes.first { purpose in
            !allowed.contains { $0 == .any || $0 == ExtendedKeyUsage.Usage(oid: purpose.oid.asn1) }
        }
    }

    /// Absent for all of them.
    private var allowedPurposes: ExtendedKeyUsage? {
        do {
            return try x509.extensions.extendedKeyUsage
        } catch {
            // No purpose at all; an empty list is one that can be made.
            return try? ExtendedKeyUsage([])
        }
    }

    /// Refuses an authority below this one that would let `length` more stand below itself.
    func checkPath(below length: Int?) throws(AuthorityPathProblem) {
        guard isAuthority, signsCertificates else { throw .signsNoCertificates }
        guard let own = pathLength else { return }
        guard own > 0 else { throw .noAuthoritiesBelow }
        guard let length, length < own else { throw .tooLong(lengthMax: own - 1) }
    }
}

/// Why an authority cannot stand below another.
package enum AuthorityPathProblem: Error, Hashable, Sendable {
    case signsNoCertificates
    /// Its path length is zero: it certifies end entities only.
    case noAuthoritiesBelow
    case tooLong(lengthMax: Int)
}
