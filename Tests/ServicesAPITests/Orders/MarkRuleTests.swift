import Foundation
import HTTPTypes
import Issuance
import OrderCore
import TestKit
import Testing

@Suite("Rules of mark orders over HTTP")
struct MarkRuleTests {
    private static let path = "/order/certificate/vmc_basic"

    private static func body(_ change: [String: Any] = [:]) throws -> String {
        try SampleBody.order(for: try #require(ProductCatalog.product("vmc_basic")), change)
    }

    private static let logo = Gzip.encoded(Array(SampleLogo.svg.utf8))

    private static func info(_ api: RunningAPI, _ id: Int) async throws -> [String: Any] {
        try await api.send(.get, "/order/certificate/\(id)").json
    }

    @Test("a known logo brings its trademark: the order is issued at once")
    func knownLogo() async throws {
        try await RunningAPI.run { api in
            _ = try await api.send(.post, Self.path, try Self.body())
            let again = try await api.send(
                .post, Self.path, try Self.body(["vmc": ["logo": Self.logo]]))
            #expect(try again.json["certificate_chain"] != nil)
            let pem = try await api.send(.get, "/certificate/2/download/format/pem_noroot")
            let folder = try ScratchFolder()
            let file = try folder.write("mark.pem", pem.text)
            let text = try Command.openssl.succeed(["x509", "-in", file, "-noout", "-text"])
            #expect(text.contains("1.3.6.1.4.1.53087.1.4 = 12345"))
            // A common mark has another right to the logo.
            let common = try SampleBody.order(
                for: try #require(ProductCatalog.product("mark_certificate")),
                ["vmc": ["logo": Self.logo, "mark_type": "modified_registered_mark"]])
            let waiting = try await api.send(.post, "/order/certificate/mark_certificate", common)
            #expect(waiting.status == 201)
            #expect(try waiting.json["certificate_chain"] == nil)
        }
    }

    @Test("a renewal takes the names of the mark that it renews; others have to tell theirs")
    func names() async throws {
        try await RunningAPI.run { api in
            _ = try await api.send(
                .post, Self.path,
                try Self.body(["certificate": ["dns_names": ["example.com", "a.example.com"]]]))
            let host = try await api.send(
                .post, "/order/certificate/ssl_plus", try SampleBody.order())
            #expect(host.status == 201)
            func renewed(_ change: [String: Any]) async throws -> Exchange {
                try await api.send(.post, Self.path, try Self.body(change))
            }
            let renewal = try await renewed(["certificate": NSNull(), "renewal_of_order_id": 1])
            #expect(try renewal.json["certificate_chain"] != nil)
            let info = try await Self.info(api, try #require(try renewal.json["id"] as? Int))
            let certificate = try #require(info["certificate"] as? [String: Any])
            #expect(certificate["dns_names"] as? [String] == ["example.com", "a.example.com"])
            let code = "required_param:certificate.dns_names"
            #expect(try await renewed(["certificate": NSNull()]).errorCode == code)
            #expect(
                try await renewed(["certificate": NSNull(), "renewal_of_order_id": 2]).errorCode
                    == code)
        }
    }

    @Test("a length of the certificate's own is passed over")
    func validity() async throws {
        try await RunningAPI.run { api in
            var ends: [String?] = []
            for length in [NSNull(), ["days": 7], ["years": 1]] as [Any] {
                let placed = try await api.send(
                    .post, Self.path,
                    try Self.body([
                        "certificate.dns_names": ["example.com"],
                        "certificate.cert_validity": length,
                    ]))
                let info = try await Self.info(api, try #require(try placed.json["id"] as? Int))
                let certificate = try #require(info["certificate"] as? [String: Any])
                ends.append(certificate["valid_till"] as? String)
                #expect(certificate["cert_validity"] == nil)
            }
            #expect(Set(ends).count == 1)
        }
    }

    @Test("the product takes names, and the trademark's country comes back in small letters")
    func words() async throws {
        try await RunningAPI.run { api in
            let product = try await api.send(.get, "/product/vmc_basic").json
            #expect(product["additional_dns_names_allowed"] as? Bool == true)
            _ = try await api.send(
                .post, Self.path,
                try Self.body([
                    "skip_approval": false, "certificate.dns_names": ["other.org"],
                ]))
            let kept = try await api.send(
                .post, "/order/certificate/1/vmc/encoded-logo", #"{"logo":"\#(Self.logo)"}"#)
            #expect(try kept.json["trademark_country_code"] as? String == "us")
        }
    }
}
