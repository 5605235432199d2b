package import OrderCore
package import Registration
import Storage

extension CertificateWish {
    /// `www.example.com`, RSA, SHA-256.
    package static func sample(
        _ product: Product, authority: CertificateAuthority,
        _ change: (inout Text) -> Void = { _ in }
    ) throws -> CertificateWish {
        var text = Text()
        text.commonName = product.names == .wildcard ? "*.example.com" : "www.example.com"
        text.csr = SampleCSR.rsa
        text.signatureHash = "sha256"
        change(&text)
        return try CertificateWish(text, product: product, authority: authority)
    }
}

extension OrderWish {
    /// A year of ``CertificateWish/sample(_:authority:_:)`` for the first organization.
    package static func sample(
        _ nameID: String = "ssl_plus", authority: CertificateAuthority,
        approval: ApprovalWish = .skip, _ change: (inout CertificateWish.Text) -> Void = { _ in }
    ) throws -> OrderWish {
        let product = ProductCatalog.product(nameID)!
        return OrderWish(
            product: product,
            certificate: try .sample(product, authority: authority, change), length: .years(1),
            organization: product.needsOrganization ? .known(1) : nil, containerID: nil,
            renewalOf: nil, approval: approval, comments: nil,
            control: ControlWish(method: .dnsTXT),
            settings: OrderSettings(), contacts: OrderContacts(), customFields: [:])
    }
}
