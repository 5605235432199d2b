import X509

extension Certificate.SignatureAlgorithm {
    /// What `family` signs with over `hash`; nil for keys that authorities do not sign with.
    init?(_ family: KeyFamily, over hash: HashAlgorithm) {
        switch (family, hash) {
        case (.rsa, .sha256): self = .sha256WithRSAEncryption
        case (.rsa, .sha384): self = .sha384WithRSAEncryption
        case (.rsa, .sha512): self = .sha512WithRSAEncryption
        case (.p256, .sha256), (.p384, .sha256), (.p521, .sha256): self = .ecdsaWithSHA256
        case (.p256, .sha384), (.p384, .sha384), (.p521, .sha384): self = .ecdsaWithSHA384
        case (.p256, .sha512), (.p384, .sha512), (.p521, .sha512): self = .ecdsaWithSHA512
        case (.ed25519, _): return nil
        }
    }
}

extension HashAlgorithm {
    init?(_ algorithm: Certificate.SignatureAlgorithm) {
        switch algorithm {
        case .sha256WithRSAEncryption, .ecdsaWithSHA256: self = .sha256
        case .sha384WithRSAEncryption, .ecdsaWithSHA384: self = .sha384
        case .sha512WithRSAEncryption, .ecdsaWithSHA512: self = .sha512
        default: return nil
        }
    }
}
