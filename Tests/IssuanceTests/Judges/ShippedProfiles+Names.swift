@testable import Issuance

/// Shipped profiles that tests speak of.
extension CertificateProfile {
    static let dv = ShippedProfiles.named("tls_dv")!.profile
    static let ov = ShippedProfiles.named("tls_ov")!.profile
    static let ev = ShippedProfiles.named("tls_ev")!.profile
    static let `private` = ShippedProfiles.named("tls_private")!.profile
    static let privateClient = ShippedProfiles.named("client_private")!.profile
    static let mark = ShippedProfiles.named("mark")!.profile

    /// The same for other purposes.
    func with(_ purposes: [KeyPurpose]) -> CertificateProfile {
        var profile = self
        profile.purposes = purposes
        return profile
    }
}
