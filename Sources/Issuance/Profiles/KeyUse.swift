import X509

/// What a certified key does (RFC 5280 section 4.2.1.3), before it is known what sort of key it is.
package struct KeyUse: OptionSet, Hashable, Sendable {
    package let rawValue: UInt16

    package init(rawValue: UInt16) {
        self.rawValue = rawValue
    }

    package static let digitalSignature = KeyUse(rawValue: 1 << 0)
    /// Signatures that bind whoever made them.
    package static let nonRepudiation = KeyUse(rawValue: 1 << 1)
    package static let keyEncipherment = KeyUse(rawValue: 1 << 2)
    package static let keyAgreement = KeyUse(rawValue: 1 << 4)

    package static let words: [(word: String, use: KeyUse)] = [
        ("digitalSignature", .digitalSignature), ("nonRepudiation", .nonRepudiation),
        ("keyEncipherment", .keyEncipherment), ("keyAgreement", .keyAgreement),
    ]

    /// Signatures that bind.
    package static let signing: KeyUse = [.digitalSignature, .nonRepudiation]
    /// The agreement about, or the transport of, other keys.
    package static let keyManagement: KeyUse = [.keyEncipherment, .keyAgreement]

    /// What a key of this family can do of it: RSA keys encipher other keys (RFC 4055), those of
    /// the NIST curves agree about them (RFC 5480), Ed25519 keys sign and no more (RFC 9295).
    package func of(_ family: KeyFamily) -> KeyUse {
        switch family {
        case .rsa: subtracting(.keyAgreement)
        case .p256, .p384, .p521: subtracting(.keyEncipherment)
        case .ed25519: subtracting(.keyManagement)
        }
    }
}

extension KeyUsage {
    init(_ use: KeyUse, for family: KeyFamily) {
        let use = use.of(family)
        self.init(
            digitalSignature: use.contains(.digitalSignature),
            nonRepudiation: use.contains(.nonRepudiation),
            keyEncipherment: use.contains(.keyEncipherment),
            keyAgreement: use.contains(.keyAgreement))
    }
}
