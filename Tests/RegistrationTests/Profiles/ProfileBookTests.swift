import Foundation
import Issuance
import OrderCore
import Testing

@testable import Registration

/// Which product is issued by which profile.
@Suite struct ProfileBookTests {
    static func file(_ name: String, _ change: (inout String) -> Void) throws -> ProfileFile {
        var text = try #require(ShippedProfiles.named("tls_private")?.text)
        change(&text)
        return try ProfileReader.read(text, name: name, path: "profiles/\(name).yaml")
    }

    static func onlyFor(
        _ products: [String], as name: String = "plant", forms: String = "host, wildcard, address"
    ) throws -> ProfileFile {
        try file(name) { text in
            let lists = text.split(separator: "\n", omittingEmptySubsequences: false)
                .filter { !$0.hasPrefix("  - private_ssl") }
            text = lists.joined(separator: "\n").replacing(
                "products:", with: "products: [\(products.joined(separator: ", "))]"
            ).replacing("forms: [host, wildcard, address]", with: "forms: [\(forms)]")
        }
    }

    @Test("an owner's file takes the products that it names")
    func takes() throws {
        let book = try ProfileBook(own: [try Self.onlyFor(["private_ssl_plus", "ssl_basic"])])
        let names = ["private_ssl_plus", "ssl_basic", "private_ssl_flex", "ssl_plus"].map {
            book.profile(for: ProductCatalog.product($0)!).name
        }
        #expect(names == ["plant", "plant", "tls_private", "tls_ov"])
        #expect(book.named("plant").map(book.products) == ["ssl_basic", "private_ssl_plus"])
    }

    @Test("a file with the name of a shipped one takes its place")
    func replaces() throws {
        let book = try ProfileBook(
            own: [
                try Self.file("tls_private") {
                    $0 = $0.replacing("daysMax: 1096", with: "daysMax: 7")
                }
            ])
        let product = ProductCatalog.product("private_ssl_flex")!
        #expect(book.profile(for: product).validity.daysMax == 7)
        #expect(book.files.count == ProfileBook.shipped.files.count)
    }

    @Test("files that do not go together, or not with the products, are refused")
    func refusals() throws {
        func problem(_ files: ProfileFile...) -> String {
            do {
                _ = try ProfileBook(own: files)
                return "none"
            } catch {
                return error.description
            }
        }
        #expect(
            problem(try Self.onlyFor(["private_ssl_plus"], as: "tls_private"))
                == "profiles/tls_private.yaml: products lacks private_ssl_wildcard, "
                + "which no other profile has")
        #expect(
            problem(
                try Self.onlyFor(["ssl_plus"], as: "one"), try Self.onlyFor(["ssl_plus"], as: "two")
            ) == "profiles/two.yaml, line 6: products has ssl_plus, "
                + "which profiles/one.yaml has, too")
        #expect(
            problem(try Self.onlyFor(["ssl_minus"]))
                == "profiles/plant.yaml, line 6: products has \"ssl_minus\", which is no product")
        #expect(
            problem(try Self.onlyFor(["client_premium"]))
                == "profiles/plant.yaml, line 6: products has client_premium, "
                + "for which names.forms needs mailbox")
        for (product, form, lack) in [
            ("private_ssl_wildcard", "host", "wildcard"), ("private_ssl_plus", "wildcard", "host"),
        ] {
            #expect(
                problem(try Self.onlyFor([product], forms: form))
                    .hasSuffix("has \(product), for which names.forms needs \(lack)"))
        }
        #expect(
            problem(try Self.onlyFor(["vmc_basic"]))
                == "profiles/plant.yaml, line 6: products has vmc_basic, "
                + "for which extensions has to have logotype")
        #expect(
            problem(try Self.file("plant") { $0 = $0.replacing("kdc_smart_card", with: "kdc") })
                .hasSuffix(
                    "variants has \"kdc\"; one of server_auth_only_eku, "
                        + "server_client_auth_eku, kdc_smart_card, http_signed_exchange, strict, "
                        + "multipurpose"))
    }

    @Test("the shipped profiles last as long as the contract says of their products")
    func days() {
        for text in ["2026-01-05", "2026-02-23", "2026-02-24", "2026-02-28", "2026-03-01"] {
            let day = try! Date(text + "T12:00:00Z", strategy: .iso8601)
            for product in ProductCatalog.all {
                #expect(
                    ProfileBook.shipped.profile(for: product).validity.daysMax(at: day)
                        == product.certificateDaysMax(at: day), "\(product.nameID) on \(text)")
            }
        }
    }
}
