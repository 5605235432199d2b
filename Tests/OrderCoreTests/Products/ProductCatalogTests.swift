import Foundation
import OrderCore
import Testing

@Suite struct ProductCatalogTests {
    @Test("no two products bear the same id")
    func ids() {
        let ids = ProductCatalog.all.map(\.nameID)
        #expect(Set(ids).count == ids.count)
    }

    @Test("every product is found by its id")
    func lookup() {
        let ids = ProductCatalog.all.map(\.nameID)
        #expect(ids.map { ProductCatalog.product($0)?.nameID } == ids)
        #expect(ProductCatalog.product("ssl_minus") == nil)
    }

    @Test(
        "the best fit follows the names and the hint",
        arguments: [
            (["example.com"], ValidationType.ov, "ssl_basic"),
            (["example.com", "*.example.com"], .ov, "ssl_securesite_flex"),
            (["*.Example.com"], .dv, "ssl_dv_geotrust_flex"),
            (["example.com"], .ev, "ssl_ev_basic"),
            (["intranet"], .privateSSL, "private_ssl_flex"),
            (["*.example.com"], .ev, nil),
            (["example.com"], .cs, nil),
        ] as [([String], ValidationType, String?)])
    func bestFit(names: [String], hint: ValidationType, nameID: String?) {
        #expect(ProductCatalog.bestFit(names: names, hint: hint)?.nameID == nameID)
    }

    @Test("what the account may not order does not fit; the next one does")
    func allowed() {
        let names = ["*.example.com", "www.example.com"]
        let fit = ProductCatalog.bestFit(names: names, hint: .ov) {
            !["ssl_securesite_flex", "ssl_cloud_wildcard"].contains($0.nameID)
        }
        #expect(fit?.nameID == "ssl_wildcard")
        #expect(ProductCatalog.bestFit(names: names, hint: .ov) { _ in false } == nil)
    }

    @Test("too many names are no question of the product")
    func tooMany() {
        let names = (0...NamePolicy.namesMax).map { "n\($0).example.com" }
        #expect(ProductCatalog.bestFit(names: names, hint: .dv)?.nameID == "ssl_dv_geotrust_flex")
    }

    @Test("extended validation never certifies a wildcard")
    func noWildcardEV() {
        #expect(ProductCatalog.all.filter { $0.validation == .ev && $0.names != .plain } == [])
    }

    @Test("all products are private or public by their validation, and DV needs no organization")
    func kinds() {
        for product in ProductCatalog.all where product.family == .tls {
            #expect(product.isPrivate == (product.group == .privateSSL))
            #expect(product.needsDomainControl == !product.isPrivate)
            #expect(product.needsOrganization == (product.validation != .dv))
            #expect(product.csrRequired && !product.needsMailboxControl)
        }
    }

    @Test("what each family needs")
    func families() {
        let lines = [
            "client_premium", "private_client_premium", "secure_email_mailbox",
            "code_signing", "ds_org", "ds_individual", "client_grid_private_premium",
        ].map { nameID in
            let product = ProductCatalog.product(nameID)!
            let traits = [
                product.type, product.organizationCheck?.rawValue ?? "-",
                product.needsMailboxControl ? "mailboxes" : "-",
                product.allowsDuplicates ? "duplicates" : "-",
                "\(product.certificateDaysMax(at: Date(timeIntervalSince1970: 1_782_907_200)))",
            ]
            return "\(nameID) \(traits.joined(separator: " "))"
        }
        #expect(
            lines == [
                "client_premium client_certificate ov mailboxes - 825",
                "private_client_premium client_certificate ov - - 1096",
                "secure_email_mailbox client_certificate - mailboxes - 825",
                "code_signing code_signing_certificate cs - duplicates 460",
                "ds_org document_signing_certificate ds - - 1096",
                "ds_individual document_signing_certificate - - - 1096",
                "client_grid_private_premium client_certificate ov mailboxes - 395",
            ])
    }

    @Test("the cap falls at midnight on 2026-02-24 for the public, never for the private")
    func caps() throws {
        let midnight = try day("2026-02-24")
        let moments = [midnight.addingTimeInterval(-1), midnight]
        #expect(moments.map(Product.sample.certificateDaysMax) == [397, 199])
        #expect(moments.map(Product.privateSample.certificateDaysMax) == [1096, 1096])
    }

    @Test("an unknown platform is taken for another one")
    func platforms() {
        #expect(Set(ServerPlatform.all.map(\.id)).count == ServerPlatform.all.count)
        #expect(ServerPlatform.platform(45).name == "nginx")
        #expect(ServerPlatform.platform(4711) == .other)
        #expect(ServerPlatform.platform(29) == .pemBundle)
    }
}
