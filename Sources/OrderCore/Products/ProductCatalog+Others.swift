extension ProductCatalog {
    /// Client and S/MIME certificates.
    static let ofPeople: [Product] = [
        Product("client_premium", "Premium", .client, .ov, as: .client),
        Product("client_email_security_plus", "Email Security Plus", .client, .ov, as: .client),
        Product(
            "client_digital_signature_plus", "Digital Signature Plus", .client, .ov, as: .client),
        Product("client_authentication_plus", "Authentication Plus", .client, .ov, as: .client),
        Product("client_premium_sha2", "Premium SHA2", .client, .ov, as: .client),
        Product(
            "client_digital_signature_plus_sha2", "Digital Signature Plus SHA2", .client, .ov,
            as: .client),
        Product(
            "private_client_premium", "Private Premium", .client, .privateSSL, as: .client),
        Product("class1_smime", "Class 1 S/MIME", .client, .dv, as: .mailbox),
        Product(
            "secure_email_mailbox", "Secure Email for Individual", .secureEmail, .mailbox,
            as: .mailbox),
        Product(
            "secure_email_sponsor", "Secure Email for Business", .secureEmail, .sponsor,
            as: .sponsoredMailbox),
        Product(
            "secure_email_organization", "Secure Email for Organization", .secureEmail,
            .organization, as: .organizationMailbox),
    ]

    static let ofSigners: [Product] = [
        Product("code_signing", "Code Signing", .codeSigning, .cs, as: .codeSigning),
        Product(
            "code_signing_ev", "EV Code Signing", .extendedCodeSigning, .evCS, as: .codeSigning),
        Product(
            "document_signing_org_1", "Document Signing - Organization (2000)", .documentSigning,
            .ds, as: .documents(of: .tradition)),
        Product(
            "document_signing_org_2", "Document Signing - Organization (5000)", .documentSigning,
            .ds, as: .documents(of: .tradition)),
        Product(
            "ds_org", "Document Signing for Business - Organization", .documentSigning, .ds,
            as: .documents(of: .organization)),
        Product(
            "ds_org_individual", "Document Signing for Business - Employee", .documentSigning, .ds,
            as: .documents(of: .employee)),
        Product(
            "ds_individual", "Document Signing for Individual", .documentSigning, .ds,
            as: .documents(of: .individual)),
    ]

    /// Certificates for computing grids: TLS for hosts and robots, and one for people.
    static let ofGrids: [Product] = [
        Product("grid_host_ssl", "Public Grid Host SSL", .grid, .grid, .single),
        Product("grid_robot_ssl", "Public Grid Robot SSL", .grid, .grid, .single),
        Product(
            "grid_host_ssl_multi_domain", "Public Grid Host Multi-Domain", .grid, .grid, .plain),
        Product(
            "grid_robot_ssl_multi_domain", "Public Grid Robot Multi-Domain", .grid, .grid, .plain),
        Product(
            "client_grid_private_premium", "Grid SMIME and Client Authentication", .grid, .grid,
            as: .client),
    ]

    static let ofMarks: [Product] = [
        Product("vmc_basic", "Verified Mark Certificate", .mark, .vmc, as: .mark(.verified)),
        Product("mark_certificate", "Common Mark Certificate", .mark, .vmc, as: .mark(.common)),
    ]
}
