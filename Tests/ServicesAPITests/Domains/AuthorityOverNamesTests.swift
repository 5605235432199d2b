import Foundation
import HTTPTypes
import OrderCore
import Registration
import TestKit
import Testing

@Suite("CAA records over HTTP")
struct AuthorityOverNamesTests {
    private static func net(_ records: [DNSStand.Record]) throws -> NetworkStand {
        let net = try NetworkStand(issuers: ["ca.example"])
        net.dns.set("example.com", records)
        return net
    }

    @Test("what others alone may certify is refused, in a reissue as in an order")
    func forbidden() async throws {
        let net = try Self.net([])
        try await RunningAPI.run(control: net.checker) { api in
            let placed = try await api.send(
                .post, "/order/certificate/ssl_plus", SampleBody.order())
            #expect(placed.status == 201)
            net.dns.set("example.com", [.authority(0, "issue", "other.example")])
            for (path, body) in [
                ("/order/certificate/ssl_plus", try SampleBody.order()),
                ("/order/certificate/1/reissue", try SampleBody.certificate()),
            ] {
                let refused = try await api.send(.post, path, body)
                #expect(refused.status == 400)
                #expect(try refused.errorCode == "caa_check_failed|www.example.com")
            }
            // Names that no public authority could certify have no owner to ask.
            let own = try await api.send(
                .post, "/order/certificate/private_ssl_plus", SampleBody.order())
            #expect(own.status == 201)
        }
    }

    @Test("an order that waits is issued once its owner lets it be")
    func waiting() async throws {
        let net = try Self.net([.authority(0, "issue", ";")])
        try await RunningAPI.run(control: net.checker) { api in
            _ = try await api.send(
                .post, "/order/certificate/ssl_plus", SampleBody.order(["skip_approval": false]))
            let refused = try await api.send(
                .put, "/request/1/status", #"{"status":"approved"}"#)
            #expect(try refused.errorCode == "caa_check_failed|www.example.com")
            net.dns.set("example.com", [.authority(0, "issue", "ca.example")])
            let approved = try await api.send(
                .put, "/request/1/status", #"{"status":"approved"}"#)
            #expect(approved.status == 204)
            let info = try await api.send(.get, "/order/certificate/1").json
            #expect(info["status"] as? String == "issued")
        }
    }

    @Test("a mailbox is certified by whom its host lets, and where nobody can say by nobody")
    func mailboxes() async throws {
        let net = try Self.net([.authority(0, "issuemail", "other.example")])
        try await RunningAPI.run(control: net.checker) { api in
            let product = try #require(ProductCatalog.product("secure_email_mailbox"))
            let body = try SampleBody.order(for: product)
            let path = "/order/certificate/secure_email_mailbox"
            #expect(
                try await api.send(.post, path, body).errorCode == "caa_check_failed|example.com")
            net.dns.end()
            #expect(
                try await api.send(.post, path, body).errorCode == "caa_not_found|example.com")
        }
    }
}
