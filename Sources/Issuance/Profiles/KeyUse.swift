import X509

/// What a certified key does, as the key usage extension says it for the kind of the key.
package enum KeyUse: Equatable, Sendable {
    /// Sessions with hosts.
    case hosts
    case authentication
    /// Signatures that bind whoever made them.
    case signing
    /// The agreement about, or the transport of, other keys.
    case keyManagement
    case signingAndKeyManagement
}

extension KeyUsage {
    /// RSA keys alone can encipher other keys, those of the curves agree about them (RFC 4055, RFC
    /// 5480, RFC 8410).
    init(_ use: KeyUse, for family: KeyFamily) {
        let enciphers = family == .rsa
        switch use {
        case .hosts:
            self.init(digitalSignature: true, keyEncipherment: enciphers)
        case .authentication:
            self.init(digitalSignature: true)
        case .signing:
            self.init(digitalSignature: true, nonRepudiation: true)
        case .keyManagement:
            self.init(keyEncipherment: enciphers, keyAgreement: !enciphers)
        case .signingAndKeyManagement:
            self.init(
                digitalSignature: true, nonRepudiation: true, keyEncipherment: enciphers,
                keyAgreement: !enciphers)
        }
    }
}
