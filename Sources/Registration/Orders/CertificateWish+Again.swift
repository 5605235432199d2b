import Issuance
import OrderCore

extension CertificateWish {
    /// The same certificate once more: what was certified, as long as it may be unless something
    /// else is said, for the same key or for that of another CSR.
    init(
        again old: Certificate.Content, csr: String? = nil, product: Product,
        authority: CertificateAuthority, lasting validity: OrderLength? = nil
    ) throws {
        let rule = csr == nil ? BareKeys.taken : .taken.narrowed(to: product)
        let offered = try (csr ?? old.csr).map {
            try Self.key($0, bareKeys: rule, known: old.csr)
        }
        key = offered
        content = Certificate.Content(
            commonName: old.commonName, dnsNames: old.dnsNames,
            organizationUnits: old.organizationUnits,
            csr: csr.map { offered?.kept(of: $0) ?? $0 } ?? old.csr,
            keySizeBits: csr == nil ? old.keySizeBits : key?.key.sizeBits,
            signatureHash: old.signatureHash, serverPlatformID: old.serverPlatformID,
            profileOption: old.profileOption,
            issuerID: old.issuerID.flatMap { authority.roster.standIn(for: $0) },
            validity: validity, holder: old.holder)
        // What was strong enough then may be too weak by now.
        if let key { try authority.checkKey(key.key, of: content, for: product) }
    }
}
