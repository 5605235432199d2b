import Issuance
import OrderCore

extension CertificateAuthority {
    /// Refuses a key that the product does not certify, before an order waits for nothing.
    func checkKey(
        _ key: SubjectKey, of content: Certificate.Content, for product: Product
    ) throws {
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
