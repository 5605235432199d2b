import Foundation
import HTTPTypes
import OrderCore
import TestKit
import Testing

/// One order from its first day to its last, as a client lives it.
@Suite("The life of an order")
struct LifeTests {
    @Test("an OV order with a new name")
    func organizationValidated() async throws {
        try await live(product: "ssl_basic", organization: 1)
    }

    @Test("a DV order")
    func domainValidated() async throws {
        try await live(product: "ssl_dv_geotrust_flex", organization: nil)
    }

    private func live(product: String, organization: Int?) async throws {
        let net = try NetworkStand()
        let order = try SampleBody.order([
            "certificate.common_name": "www.example.org",
            "organization": Self.reference(organization),
            "dcv_method": "dns-txt-token", "skip_approval": false,
        ])
        try await RunningAPI.run(control: net.checker) { api in
            let life = Life(api: api)
            let placed = try await life.place(order, as: product)
            #expect(try await life.status() == "needs_approval")

            try await life.call(.put, "/request/1/status", #"{"status":"approved"}"#, 204)
            #expect(try await life.status() == "pending")

            let value = try #require(try placed.json["dcv_random_value"] as? String)
            net.dns.set("www.example.org", [.text(value)])
            try await life.call(.put, life.path + "/check-dcv", "{}", 200)
            #expect(try await life.status() == "issued")

            let first = try await life.download()
            #expect(try life.names(first) == ["www.example.org"])

            try await life.call(
                .post, life.path + "/duplicate", try life.certificate(["www.example.org"]), 201)
            let names = ["www.example.org", "shop.example.org"]
            try await life.call(.post, life.path + "/reissue", try life.certificate(names), 201)
            #expect(try await life.status() == "reissue_pending")
            net.dns.set("shop.example.org", [.text(try await life.value())])
            api.installation.clock.advance(seconds: 60)
            try await api.work()
            #expect(try await life.status() == "issued")
            let second = try await life.download()
            #expect(try life.names(second) == names)

            api.installation.clock.advance(days: 180)
            let renewal = try await life.place(
                try SampleBody.order([
                    "certificate.common_name": "www.example.org",
                    "organization": Self.reference(organization),
                    "renewal_of_order_id": 1,
                ]), as: product)
            #expect(try renewal.json["certificate_chain"] != nil)
            #expect(try await life.info()["renewed_by_order_id"] as? Int == 2)

            try await life.call(.put, "/certificate/2/revoke", #"{"skip_approval":true}"#, 204)
            try await life.call(.put, "/certificate/2/archive", nil, 204)
            let duplicates = try await api.send(.get, life.path + "/duplicate").json
            #expect((duplicates["certificates"] as? [Any])?.isEmpty == true)

            try await life.call(.put, life.path + "/revoke", #"{"skip_approval":true}"#, 204)
            #expect(try await life.status() == "revoked")
        }
    }

    private static func reference(_ id: Int?) -> Any { id.map { ["id": $0] as Any } ?? NSNull() }

    /// The steps of a client on the first order.
    private struct Life {
        let api: RunningAPI
        let path = "/order/certificate/1"

        func place(_ body: String, as product: String) async throws -> Exchange {
            let placed = try await api.send(.post, "/order/certificate/\(product)", body)
            try #require(placed.status == 201, "\(placed.text)")
            return placed
        }

        func call(
            _ method: HTTPRequest.Method, _ path: String, _ body: String?, _ status: Int
        ) async throws {
            let exchange = try await api.send(method, path, body)
            try #require(exchange.status == status, "\(path): \(exchange.text)")
        }

        func info() async throws -> [String: Any] { try await api.send(.get, path).json }

        func status() async throws -> String? { try await info()["status"] as? String }

        func value() async throws -> String {
            let exchange = try await api.send(.put, path + "/dcv-random-value")
            return try #require(try exchange.json["dcv_random_value"] as? String)
        }

        func download() async throws -> String {
            let file = try await api.send(.get, "/certificate/download/order/1/format/pem_all")
            try #require(file.status == 200)
            return file.text
        }

        func certificate(_ names: [String]) throws -> String {
            try SampleBody.certificate([
                "certificate.common_name": names[0],
                "certificate.dns_names": Array(names.dropFirst()), "dcv_method": "dns-txt-token",
            ])
        }

        /// The names in the first certificate of a bundle, as openssl reads them.
        func names(_ bundle: String) throws -> [String] {
            let folder = try ScratchFolder()
            let file = try folder.write("bundle.pem", bundle)
            let text = try Command.openssl.succeed([
                "x509", "-in", file, "-noout", "-ext", "subjectAltName",
            ])
            return text.matches(of: /DNS:([^,\s]+)/).map { String($0.1) }
        }
    }
}
