import Foundation
import HTTPTypes
import OrderCore
import Registration
import TestKit
import Testing

@Suite("Words that clients write in ways of their own")
struct SpellingTests {
    @Test(
        "a reason for a revocation may be written in words",
        arguments: [
            ("key_compromise", 204), ("affiliation_change", 204), ("Superseded", 204),
            ("cessation-of-operation", 204), ("ca_compromise", 400),
        ])
    func reasons(reason: String, status: Int) async throws {
        try await RunningAPI.run { api in
            _ = try await api.send(.post, "/order/certificate/ssl_plus", SampleBody.order())
            let revoked = try await api.send(
                .put, "/order/certificate/1/revoke",
                #"{"revocation_reason":"\#(reason)","skip_approval":true}"#)
            #expect(revoked.status == status)
        }
    }

    @Test("a word that is no reason is not read where the certificate is no server's")
    func reasonsOfOthers() async throws {
        try await RunningAPI.run { api in
            let product = try #require(ProductCatalog.product("client_premium"))
            _ = try await api.send(
                .post, "/order/certificate/client_premium", SampleBody.order(for: product))
            let revoked = try await api.send(
                .put, "/order/certificate/1/revoke",
                #"{"revocation_reason":"lost_phone","skip_approval":true}"#)
            #expect(revoked.status == 204)
        }
    }

    @Test(
        "hosts are found in capitals, too",
        arguments: [
            "/order/certificate?filters[common_name]=", "/order/certificate?filters[domain_name]=",
            "/order/certificate?filters[search]=", "/request?filters[search]=",
            "/domain?filters[search]=",
        ])
    func hosts(path: String) async throws {
        try await RunningAPI.run { api in
            _ = try await api.send(
                .post, "/order/certificate/ssl_plus",
                SampleBody.order(["certificate.common_name": "Shop.Example.COM"]))
            let name = path.contains("domain?") ? "Example.COM" : "Shop.Example.COM"
            for query in [name, name.lowercased(), "%25" + name.dropFirst(2)] {
                let found = try await api.send(.get, path + query).json
                #expect((found["page"] as? [String: Int])?["total"] == 1, "\(query)")
            }
        }
    }

    @Test("the plus sign of a zone may have become a space")
    func zones() async throws {
        try await RunningAPI.run { api in
            _ = try await api.send(.post, "/order/certificate/ssl_plus", SampleBody.order())
            for time in ["2020-01-05T09:00:00+00:00", "2020-1-5+9:3:7", "2020-01-05"] {
                let found = try await api.send(
                    .get, "/order/certificate?filters[date_created]=%3E" + time)
                #expect(found.status == 200)
                #expect((try found.json["page"] as? [String: Int])?["total"] == 1, "\(time)")
            }
        }
    }

    @Test(
        "a state that orders have elsewhere finds none",
        arguments: ["approved", "renewed", "processing"])
    func states(state: String) async throws {
        try await RunningAPI.run { api in
            _ = try await api.send(.post, "/order/certificate/ssl_plus", SampleBody.order())
            let found = try await api.send(.get, "/order/certificate?filters[status]=\(state)")
            #expect(found.status == 200)
            #expect((try found.json["page"] as? [String: Int])?["total"] == 0)
        }
    }

    @Test("names that are said twice count once")
    func repeatedNames() async throws {
        try await RunningAPI.run { api in
            let names = (0..<300).map { "a\($0 % 10).example.com" }
            let placed = try await api.send(
                .post, "/order/certificate/ssl_multi_domain",
                SampleBody.order(["certificate.dns_names": names]))
            #expect(placed.status == 201)
        }
    }

    @Test("an issuer that is the name of a product is none")
    func issuer() async throws {
        try await RunningAPI.run { api in
            for (issuer, status) in [("ssl_plus", 201), ("0", 201), ("ssl_gold", 400)] {
                let placed = try await api.send(
                    .post, "/order/certificate/ssl_plus",
                    SampleBody.order(["certificate.ca_cert_id": issuer]))
                #expect(placed.status == status, "\(issuer)")
            }
        }
    }
}
