import Foundation
import HTTPTypes
import OrderCore
import Registration
import Testing

/// With the sandbox on, what people would do is done.
@Suite("A sandbox")
struct SandboxTests {
    @Test(
        "issues at once whatever is ordered by whoever may approve",
        arguments: ["ssl_dv_geotrust", "ssl_basic", "ssl_ev_basic"],
        ["email", "dns-txt-token", "http-token"])
    func atOnce(product: String, method: String) async throws {
        try await RunningAPI.run(steps: .sandbox) { api in
            let described: [String: Any] = [
                "name": "Newcomer", "address": "1 Road", "city": "Town", "state": "State",
                "zip": "1", "country": "us",
            ]
            let dv = product.hasPrefix("ssl_dv")
            let placed = try await api.send(
                .post, "/order/certificate/\(product)",
                SampleBody.order([
                    "certificate.common_name": "www.example.org", "dcv_method": method,
                    "organization": dv ? NSNull() : described,
                ]))
            #expect(try placed.json["certificate_chain"] != nil, "\(placed.text)")
            let checks = try await api.send(.get, "/order/certificate/1/validation").json
            let names = checks["dns_name_validations"] as? [[String: Any]]
            #expect(names?.map { $0["status"] as? String } == ["approved"])
            let organizations = checks["organization_validations"] as? [[String: Any]]
            #expect(organizations?.map { $0["status"] as? String } == (dv ? nil : ["complete"]))
            #expect(try await api.messages().isEmpty)
        }
    }

    @Test("issues a request as it is approved, and a reissue with new names")
    func approval() async throws {
        try await RunningAPI.run(steps: .sandbox) { api in
            let order =
                ["certificate.common_name": "www.example.org", "skip_approval": false]
                as [String: Any]
            _ = try await api.send(.post, "/order/certificate/ssl_basic", SampleBody.order(order))
            _ = try await api.send(.put, "/request/1/status", #"{"status":"approved"}"#)
            let info = try await api.send(.get, "/order/certificate/1").json
            #expect(info["status"] as? String == "issued")
            let reissue = try await api.send(
                .post, "/order/certificate/1/reissue",
                SampleBody.certificate(["certificate.common_name": "shop.example.net"]))
            #expect(try reissue.json["certificate_chain"] != nil)
        }
    }

    @Test("counts a domain as proved when it is added")
    func domains() async throws {
        try await RunningAPI.run(steps: .sandbox) { api in
            let added = try await api.send(
                .post, "/domain",
                """
                {"name":"example.org","organization":{"id":1},"validations":[{"type":"ov"}],\
                "dcv_method":"dns-txt-token"}
                """)
            let token = try added.json["dcv_token"] as? [String: Any]
            #expect(token?["status"] as? String == "active")
        }
    }
}
