import APIModels

/// Orders as the families of products take them, each with what its product asks for and nothing
/// that it passes over. A new installation accepts them as they are.
struct OrderExample {
    /// The `name_id` of the product.
    let product: String
    let summary: String
    /// As the file has it, in lines.
    let octets: [UInt8]

    var text: String { String(decoding: octets, as: UTF8.self) }

    /// As the type writes it.
    func value() throws -> PlaceOrder { try WireDecoder().decode(PlaceOrder.self, from: octets) }

    static let all: [OrderExample] = [
        OrderExample(
            product: "ssl_plus", summary: "TLS for an organization, over two years",
            octets: PackageResources.ssl_plus_json),
        OrderExample(
            product: "ssl_ev_basic", summary: "TLS for an organization that is checked for EV",
            octets: PackageResources.ssl_ev_basic_json),
        OrderExample(
            product: "ssl_dv_geotrust", summary: "TLS for whoever controls the name",
            octets: PackageResources.ssl_dv_geotrust_json),
        OrderExample(
            product: "private_ssl_plus", summary: "TLS for internal names",
            octets: PackageResources.private_ssl_plus_json),
        OrderExample(
            product: "client_premium", summary: "A person's certificate, renewed twice by itself",
            octets: PackageResources.client_premium_json),
        OrderExample(
            product: "secure_email_mailbox", summary: "S/MIME for a mailbox",
            octets: PackageResources.secure_email_mailbox_json),
        OrderExample(
            product: "secure_email_sponsor", summary: "S/MIME for a person of an organization",
            octets: PackageResources.secure_email_sponsor_json),
        OrderExample(
            product: "secure_email_organization", summary: "S/MIME for an organization",
            octets: PackageResources.secure_email_organization_json),
        OrderExample(
            product: "code_signing", summary: "Code signing with a key on a token that is there",
            octets: PackageResources.code_signing_json),
        OrderExample(
            product: "ds_org", summary: "Document signing with a key on a token that is shipped",
            octets: PackageResources.ds_org_json),
        OrderExample(
            product: "vmc_basic", summary: "A mark whose logo comes later",
            octets: PackageResources.vmc_basic_json),
    ]
}
