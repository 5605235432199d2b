import Issuance
import OrderCore

extension CertificateAuthority {
    /// Refuses a key that the product does not certify, before an order waits for nothing.
    func checkKey(
        _ key: SubjectKey, of content: Certificate.Content, for product: Product
    ) throws {
        let issuer = roster.issuerID(wished: content.issuerID, product: product.nameID)
        try refuseAuthorityKey(key, from: issuer)
        let profile = try profiles.profile(of: content, for: product)
        guard profile.keyFamilies.contains(key.kind.family) else {
            throw Refusal(
                .csrInvalid, "The CSR has a key of a type that \(product.nameID) does not certify.")
        }
        if case .rsa(let bits) = key.kind, bits < profile.rsaBitsMin {
            throw Refusal(
                .csrInvalid,
                "The CSR has an RSA key of \(bits) bits; \(product.nameID) needs "
                    + "\(profile.rsaBitsMin) bits at least.")
        }
    }

    /// Refuses the key of an authority: under it, its holder's name would be good for whatever the
    /// authority signs, its revocation lists among it.
    ///
    /// - Parameter issuer: who is to sign it. A lint has its own key.
    func refuseAuthorityKey(
        _ key: SubjectKey, from issuer: ID<CACertificate>
    ) throws(Refusal) {
        let roster = roster
        guard roster.isAuthority(key), roster[issuer]?.certificate.key != key else { return }
        throw Refusal(
            .csrInvalid, "The CSR has the key of a certificate authority; use a key of its own.")
    }

    /// Refuses an issuer that issues nothing, or nothing of this kind.
    func checkIssuer(of content: Certificate.Content, for product: Product) throws {
        guard let wished = content.issuerID else { return }
        let roster = roster
        guard let entry = roster.standIn(for: wished).flatMap({ roster[$0] }) else {
            throw Refusal.invalid(
                "certificate.ca_cert_id", "is \(wished), which issues no certificates here")
        }
        let purposes = try profiles.profile(of: content, for: product).purposes
        if let stray = entry.certificate.firstUncovered(of: purposes) {
            throw Refusal.invalid(
                "certificate.ca_cert_id",
                "is \(wished), which is not for certificates of \(product.nameID): "
                    + "its own certificate leaves out \(stray.name)")
        }
    }
}
