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
    /// What stands in the BIT STRING of ``spki``: the point of a curve, or an RSAPublicKey.
    let keyBits: ArraySlice<UInt8>
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
        keyBits = fields.keyBits
        identifier = KeyIdentifier(keyBits: fields.keyBits)
        if fields.algorithm == .AlgorithmIdentifier.rsaEncryption {
            // However it is broken, it is malformed.
            guard let numbers = try? RSANumbers(derEncoded: fields.keyBits), fields.isParameterNull
            else { throw .malformed }
            kind = .rsa(bits: numbers.modulusBits)
            form = .rsa(numbers)
        } else {
            kind = try fields.curveKind()
            guard kind.writes(fields.keyBits, as: spki),
                // The library's reasons tell a caller no more: off its curve, say.
                let key = try? Certificate.PublicKey(derEncoded: spki)
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

extension KeyKind {
    /// Whether the octets are the one form in which this authority would write the key: the point
    /// uncompressed, and around it nothing that could be left out.
    fileprivate func writes(_ keyBits: ArraySlice<UInt8>, as spki: [UInt8]) -> Bool {
        guard let form = spkiForm else { return false }
        return spki.count == form.head.count + form.keyOctets && spki.starts(with: form.head)
            && (self == .ed25519 || keyBits.first == Self.uncompressedPoint)
    }

    /// Section 2.3.3 of SEC 1.
    private static let uncompressedPoint: UInt8 = 0x04

    /// What stands before the key bits, and how many octets those are (RFC 5480, RFC 8410).
    private var spkiForm: (head: [UInt8], keyOctets: Int)? {
        switch self {
        case .p256: (SPKIHead.p256, 65)
        case .p384: (SPKIHead.p384, 97)
        case .p521: (SPKIHead.p521, 133)
        case .ed25519: (SPKIHead.ed25519, 32)
        case .rsa: nil
        }
    }
}

/// The octets of a SubjectPublicKeyInfo before the key bits.
private enum SPKIHead {
    static let p256 = octets("3059301306072a8648ce3d020106082a8648ce3d030107034200")
    static let p384 = octets("3076301006072a8648ce3d020106052b81040022036200")
    static let p521 = octets("30819b301006072a8648ce3d020106052b8104002303818600")
    static let ed25519 = octets("302a300506032b6570032100")

    /// They are written above, so they can be read.
    private static func octets(_ hex: String) -> [UInt8] { [UInt8](hexadecimal: hex) ?? [] }
}
