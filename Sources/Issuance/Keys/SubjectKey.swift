import Crypto
import SwiftASN1
import X509

/// The public key of a subject, read from its SubjectPublicKeyInfo (RFC 5280 section 4.1.2.7).
///
/// Reading says what the key is, not whether it is good: an RSA key of 1024 bits is read, so that
/// ``WeakKeyPolicy`` can refuse it by name. Points are on their curve, that the library checks.
package struct SubjectKey: Hashable, Sendable {
    package let kind: KeyKind
    /// The SubjectPublicKeyInfo in DER, in the one form this authority would write itself.
    package let spki: [UInt8]
    package let identifier: KeyIdentifier
    let form: Form

    enum Form: Hashable, Sendable {
        case rsa(RSANumbers)
        case curve(Certificate.PublicKey)
    }

    package var sizeBits: Int { kind.sizeBits }

    /// SHA-256 of the SubjectPublicKeyInfo, in hexadecimal: how blocklists name keys.
    package var fingerprint: String { SHA256.hash(data: spki).hexadecimal }

    package init(spki: [UInt8]) throws(SubjectKeyProblem) {
        let fields: SPKIFields
        do {
            fields = try SPKIFields(derEncoded: spki)
        } catch {
            throw .unparseable
        }
        self.spki = spki
        identifier = KeyIdentifier(keyBits: fields.keyBits)
        if fields.algorithm == .AlgorithmIdentifier.rsaEncryption {
            // However it is broken, it is malformed.
            guard let numbers = try? RSANumbers(derEncoded: fields.keyBits), fields.isParameterNull
            else { throw .malformed }
            kind = .rsa(bits: numbers.modulusBits)
            form = .rsa(numbers)
        } else {
            kind = try fields.curveKind()
            // The library's reasons tell a caller no more: off the curve, or not uncompressed.
            guard let key = try? Certificate.PublicKey(derEncoded: spki), key.isWritten(as: spki)
            else { throw .malformed }
            form = .curve(key)
        }
    }

    /// The key as the library wants it, which refuses RSA keys under 2048 bits.
    func publicKey() throws -> Certificate.PublicKey {
        switch form {
        case .curve(let key): key
        case .rsa: try Certificate.PublicKey(derEncoded: spki)
        }
    }
}

/// Why bytes are not a public key that can be certified.
package enum SubjectKeyProblem: Error, Hashable, Sendable {
    /// Not a SubjectPublicKeyInfo at all.
    case unparseable
    /// Well formed, but of an algorithm or curve that no certificate is issued for.
    case typeUnsupported(String)
    /// The type is known and the key inside is broken: off its curve, compressed, or no numbers.
    case malformed
}

extension SPKIFields {
    private static let ed25519: ASN1ObjectIdentifier = [1, 3, 101, 112]

    fileprivate func curveKind() throws(SubjectKeyProblem) -> KeyKind {
        switch (algorithm, curve) {
        case (Self.ed25519, nil): .ed25519
        case (.AlgorithmIdentifier.idEcPublicKey, .NamedCurves.secp256r1): .p256
        case (.AlgorithmIdentifier.idEcPublicKey, .NamedCurves.secp384r1): .p384
        case (.AlgorithmIdentifier.idEcPublicKey, .NamedCurves.secp521r1): .p521
        default: throw .typeUnsupported(String(describing: curve ?? algorithm))
        }
    }
}

extension Certificate.PublicKey {
    fileprivate func isWritten(as spki: [UInt8]) -> Bool {
        var serializer = DER.Serializer()
        // What cannot be written was not written this way.
        guard (try? serializer.serialize(self)) != nil else { return false }
        return serializer.serializedBytes == spki
    }
}
