/// The profiles that come with the program.
package enum ShippedProfiles {
    /// Read once; one that cannot be read is a fault of ours, which tests find.
    package static let all: [ProfileFile] = texts.map { name, octets in
        do {
            return try ProfileReader.read(
                String(decoding: octets, as: UTF8.self), name: name, path: nil)
        } catch {
            preconditionFailure("\(error)")
        }
    }

    /// By the name of its file.
    package static func named(_ name: String) -> ProfileFile? { all.first { $0.name == name } }

    private static let texts: [(String, [UInt8])] = [
        ("client", PackageResources.client_yaml),
        ("client_authentication", PackageResources.client_authentication_yaml),
        ("client_email", PackageResources.client_email_yaml),
        ("client_grid", PackageResources.client_grid_yaml),
        ("client_private", PackageResources.client_private_yaml),
        ("client_signing", PackageResources.client_signing_yaml),
        ("code_signing", PackageResources.code_signing_yaml),
        ("code_signing_ev", PackageResources.code_signing_ev_yaml),
        ("document_signing", PackageResources.document_signing_yaml),
        ("mark", PackageResources.mark_yaml),
        ("own_server", PackageResources.own_server_yaml),
        ("smime_mailbox", PackageResources.smime_mailbox_yaml),
        ("smime_organization", PackageResources.smime_organization_yaml),
        ("smime_sponsor", PackageResources.smime_sponsor_yaml),
        ("tls_dv", PackageResources.tls_dv_yaml),
        ("tls_ev", PackageResources.tls_ev_yaml),
        ("tls_grid", PackageResources.tls_grid_yaml),
        ("tls_ov", PackageResources.tls_ov_yaml),
        ("tls_private", PackageResources.tls_private_yaml),
    ]
}
