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
            (["example.com"], nil, "ssl_basic"),
            (["example.com"], ValidationType.ov, "ssl_basic"),
            (["*.example.com"], nil, "ssl_securesite_flex"),
            (["example.com", "*.example.com"], .ov, "ssl_securesite_flex"),
            (["*.example.com"], .dv, "ssl_dv_geotrust_flex"),
            (["example.com"], .ev, "ssl_ev_basic"),
            (["intranet"], .privateSSL, "private_ssl_flex"),
        ])
    func bestFit(names: [String], hint: ValidationType?, nameID: String) {
        #expect(ProductCatalog.bestFit(names: names, hint: hint).nameID == nameID)
    }

    @Test("the best fit takes the names it was found for")
    func fits() {
        for hint in ValidationType.allCases where hint != .ev {
            let names = ["*.example.com", "other.org"]
            let product = ProductCatalog.bestFit(names: names, hint: hint)
            #expect(throws: Never.self) {
                try product.names.check(names)
            }
        }
    }

    @Test("extended validation never certifies a wildcard")
    func noWildcardEV() {
        #expect(ProductCatalog.all.filter { $0.validation == .ev && $0.names != .plain } == [])
    }

    @Test("all products are private or public by their validation, and DV needs no organization")
    func kinds() {
        for product in ProductCatalog.all {
            #expect(product.isPrivate == (product.group == .privateSSL))
            #expect(product.needsDomainControl == !product.isPrivate)
            #expect(product.needsOrganization == (product.validation != .dv))
        }
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
