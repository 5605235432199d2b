/// What sort of public key a certificate may carry.
package enum KeyKind: Hashable, Sendable {
    case rsa(bits: Int)
    case p256
    case p384
    case p521
    case ed25519

    /// Modulus bits for RSA, the size of the curve for the others.
    package var sizeBits: Int {
        switch self {
        case .rsa(let bits): bits
        case .p256, .ed25519: 256
        case .p384: 384
        case .p521: 521
        }
    }

    package var family: KeyFamily {
        switch self {
        case .rsa: .rsa
        case .p256: .p256
        case .p384: .p384
        case .p521: .p521
        case .ed25519: .ed25519
        }
    }
}

extension KeyKind: CustomStringConvertible {
    package var description: String {
        switch self {
        case .rsa(let bits): "RSA \(bits)"
        case .p256: "P-256"
        case .p384: "P-384"
        case .p521: "P-521"
        case .ed25519: "Ed25519"
        }
    }
}

/// A kind of key with its size left aside: what a profile allows.
package enum KeyFamily: String, CaseIterable, Sendable {
    case rsa
    case p256
    case p384
    case p521
    case ed25519
}
