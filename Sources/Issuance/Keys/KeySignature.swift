import Crypto
import CryptoExtras
import SwiftASN1
import X509

/// A signature over octets, to be held against a key: of a request, a revocation list, a log.
struct KeySignature {
    enum Scheme: Hashable {
        case rsaSHA1
        case rsa(HashAlgorithm)
        case rsaPSS(HashAlgorithm)
        case ecdsa(HashAlgorithm)
        case ed25519
    }

    let scheme: Scheme
    let signed: [UInt8]
    let signature: [UInt8]

    /// Whether this is a signature of the key over the octets.
    func isValid(by key: SubjectKey) -> Bool {
        // An error from the library means a signature or key it cannot even load: as good as wrong.
        (try? verified(by: key)) == true
    }

    private func verified(by key: SubjectKey) throws -> Bool {
        let keyBits = key.keyBits
        switch (key.kind, scheme) {
        case (.rsa, .rsaSHA1):
            return try isRSAValid(keyBits, Insecure.SHA1.hash(data: signed), .insecurePKCS1v1_5)
        case (.rsa, .rsa(let hash)):
            return try isRSAValid(keyBits, hash.digest(of: signed), .insecurePKCS1v1_5)
        case (.rsa, .rsaPSS(let hash)):
            return try isRSAValid(keyBits, hash.digest(of: signed), .PSS)
        case (.p256, .ecdsa(let hash)):
            return try P256.Signing.PublicKey(x963Representation: keyBits).isValidSignature(
                .init(derRepresentation: signature), for: hash.digest(of: signed))
        case (.p384, .ecdsa(let hash)):
            return try P384.Signing.PublicKey(x963Representation: keyBits).isValidSignature(
                .init(derRepresentation: signature), for: hash.digest(of: signed))
        case (.p521, .ecdsa(let hash)):
            return try P521.Signing.PublicKey(x963Representation: keyBits).isValidSignature(
                .init(derRepresentation: signature), for: hash.digest(of: signed))
        case (.ed25519, .ed25519):
            return try Curve25519.Signing.PublicKey(rawRepresentation: keyBits)
                .isValidSignature(signature, for: signed)
        case (.rsa, _), (.p256, _), (.p384, _), (.p521, _), (.ed25519, _):
            return false
        }
    }

    private func isRSAValid(
        _ keyBits: ArraySlice<UInt8>, _ digest: some Digest, _ padding: _RSA.Signing.Padding
    ) throws -> Bool {
        try _RSA.Signing.PublicKey(derRepresentation: keyBits).isValidSignature(
            .init(rawRepresentation: signature), for: digest, padding: padding)
    }
}

extension KeySignature.Scheme {
    private static let named: [ASN1ObjectIdentifier: Self] = [
        [1, 2, 840, 113_549, 1, 1, 5]: .rsaSHA1,
        [1, 2, 840, 113_549, 1, 1, 11]: .rsa(.sha256),
        [1, 2, 840, 113_549, 1, 1, 12]: .rsa(.sha384),
        [1, 2, 840, 113_549, 1, 1, 13]: .rsa(.sha512),
        [1, 2, 840, 10_045, 4, 3, 2]: .ecdsa(.sha256),
        [1, 2, 840, 10_045, 4, 3, 3]: .ecdsa(.sha384),
        [1, 2, 840, 10_045, 4, 3, 4]: .ecdsa(.sha512),
        [1, 3, 101, 112]: .ed25519,
    ]

    init(
        _ algorithm: ASN1ObjectIdentifier, parameters: ASN1Any?
    ) throws(UnknownSignatureScheme) {
        if algorithm == .AlgorithmIdentifier.rsaPSS {
            guard let hash = PSSParameters.hash(of: parameters) else {
                throw UnknownSignatureScheme(name: "RSASSA-PSS with these parameters")
            }
            self = .rsaPSS(hash)
        } else if let scheme = Self.named[algorithm] {
            self = scheme
        } else {
            throw UnknownSignatureScheme(name: String(describing: algorithm))
        }
    }
}

/// A signature of a kind that nothing here can verify.
struct UnknownSignatureScheme: Error {
    let name: String
}
