import Crypto
import SwiftASN1
import X509

/// Keys and signatures in the shapes that PKCS #11 has for them, which are not those of X.509.
extension SubjectKey {
    /// An RSA key of a token: CKA_MODULUS and CKA_PUBLIC_EXPONENT, unsigned.
    package init(modulus: [UInt8], exponent: [UInt8]) throws(SubjectKeyProblem) {
        let spki = TokenForm.sequence { spki in
            spki.appendConstructedNode(identifier: .sequence) { algorithm in
                TokenForm.write(.AlgorithmIdentifier.rsaEncryption, to: &algorithm)
                TokenForm.write(ASN1Null(), to: &algorithm)
            }
            let numbers = TokenForm.sequence { numbers in
                TokenForm.append(unsigned: modulus, to: &numbers)
                TokenForm.append(unsigned: exponent, to: &numbers)
            }
            TokenForm.write(ASN1BitString(bytes: numbers[...]), to: &spki)
        }
        try self.init(spki: spki)
    }

    /// A key on a curve of a token: CKA_EC_PARAMS, and CKA_EC_POINT, which ought to be an OCTET
    /// STRING around the point and with some tokens is the point itself.
    package init(curve parameters: [UInt8], point: [UInt8]) throws(SubjectKeyProblem) {
        let wrapped = try? DER.parse(point)  // or it is the point itself
        var bits = point
        if let wrapped, wrapped.identifier == .octetString,
            case .primitive(let content) = wrapped.content
        {
            bits = Array(content)
        }
        let spki = TokenForm.sequence { spki in
            spki.appendConstructedNode(identifier: .sequence) { algorithm in
                TokenForm.write(.AlgorithmIdentifier.idEcPublicKey, to: &algorithm)
                algorithm.serializeRawBytes(parameters)
            }
            TokenForm.write(ASN1BitString(bytes: bits[...]), to: &spki)
        }
        try self.init(spki: spki)
    }
}

extension KeyKind {
    /// CKA_EC_PARAMS: the object identifier of a curve that tokens make keys on.
    package var tokenCurve: [UInt8]? {
        switch self {
        case .p256: [0x06, 0x08, 0x2A, 0x86, 0x48, 0xCE, 0x3D, 0x03, 0x01, 0x07]
        case .p384: [0x06, 0x05, 0x2B, 0x81, 0x04, 0x00, 0x22]
        case .p521: [0x06, 0x05, 0x2B, 0x81, 0x04, 0x00, 0x23]
        case .rsa, .ed25519: nil
        }
    }
}

/// What a token is given to sign, and what its signature is in X.509.
package struct TokenForm: Sendable {
    private let kind: KeyKind

    package init(_ kind: KeyKind) {
        self.kind = kind
    }

    /// For RSA a DigestInfo (RFC 8017 section 9.2), for curves as much of the digest as they take.
    package func input(_ bytes: [UInt8], over hash: HashAlgorithm) -> [UInt8] {
        let digest = Array(hash.digest(of: bytes))
        switch kind {
        case .rsa: return hash.digestInfoPrefix + digest
        case .p256, .p384, .p521, .ed25519:
            return Array(digest.prefix((kind.sizeBits + 7) / 8))
        }
    }

    /// For curves an ECDSA-Sig-Value of the two halves; for RSA it is the same.
    package func signature(_ raw: [UInt8]) -> [UInt8] {
        if case .rsa = kind { return raw }
        let half = raw.count / 2
        return Self.sequence { numbers in
            Self.append(unsigned: Array(raw[..<half]), to: &numbers)
            Self.append(unsigned: Array(raw[half...]), to: &numbers)
        }
    }

    fileprivate static func sequence(_ write: (inout DER.Serializer) -> Void) -> [UInt8] {
        var serializer = DER.Serializer()
        serializer.appendConstructedNode(identifier: .sequence) { write(&$0) }
        return serializer.serializedBytes
    }

    fileprivate static func append(unsigned octets: [UInt8], to serializer: inout DER.Serializer) {
        serializer.appendPrimitiveNode(identifier: .integer) { content in
            let digits = octets.drop { $0 == 0 }
            if digits.first.map({ $0 >= 0x80 }) ?? true { content.append(0) }
            content.append(contentsOf: digits)
        }
    }

    /// Values of ours, which always can be written.
    fileprivate static func write(
        _ value: some DERSerializable, to serializer: inout DER.Serializer
    ) {
        do {
            try serializer.serialize(value)
        } catch {
            preconditionFailure("a value that is no DER: \(error)")
        }
    }

    fileprivate static func write(
        _ value: ASN1ObjectIdentifier, to serializer: inout DER.Serializer
    ) {
        do {
            try serializer.serialize(value)
        } catch {
            preconditionFailure("an identifier that is no DER: \(error)")
        }
    }
}

extension HashAlgorithm {
    /// DigestInfo up to the digest (RFC 8017 section 9.2, note 1).
    fileprivate var digestInfoPrefix: [UInt8] {
        let length = UInt8(lengthOctets)
        let last: UInt8 =
            switch self {
            case .sha256: 1
            case .sha384: 2
            case .sha512: 3
            }
        return [
            0x30, 17 + length, 0x30, 13, 0x06, 9, 0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x02,
            last, 0x05, 0x00, 0x04, length,
        ]
    }
}
