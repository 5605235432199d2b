import Foundation
import HTTPTypes
import OrderCore
import Registration
import TestKit
import Testing

/// What client programs go by, beyond the members that they read.
@Suite("What clients go by")
struct ClientRuleTests {
    private static let order = "/order/certificate/1"

    private static func info(_ api: RunningAPI, _ query: String = "") async throws
        -> [String: Any]
    {
        try await api.send(.get, order + query).json
    }

    private static func certificate(_ info: [String: Any]) -> [String: Any] {
        info["certificate"] as? [String: Any] ?? [:]
    }

    @Test(
        "a CSR is shown as it was given, letter by letter, where it is PEM",
        arguments: [
            SampleCSR.rsa.trimmingCharacters(in: .newlines),
            SampleCSR.rsa.replacingOccurrences(of: "\n", with: "\r\n"),
            SampleCSR.rsa.replacingOccurrences(of: "BEGIN CERT", with: "BEGIN NEW CERT")
                .replacingOccurrences(of: "END CERT", with: "END NEW CERT"),
        ])
    func givenText(csr: String) async throws {
        try await RunningAPI.run { api in
            _ = try await api.send(
                .post, "/order/certificate/ssl_plus", SampleBody.order(csr: csr))
            #expect(Self.certificate(try await Self.info(api))["csr"] as? String == csr)
            _ = try await api.send(
                .post, Self.order + "/duplicate",
                SampleBody.certificate(["certificate.csr": csr]))
            let rows = try await api.send(.get, Self.order + "/duplicate").json["certificates"]
            #expect((rows as? [[String: Any]])?.first?["csr"] as? String == csr)
        }
    }

    @Test("what is no PEM is shown as PEM")
    func bareText() async throws {
        try await RunningAPI.run { api in
            let bare = SampleCSR.rsa.split(separator: "\n").filter { !$0.hasPrefix("-") }.joined()
            _ = try await api.send(
                .post, "/order/certificate/ssl_plus", SampleBody.order(csr: bare))
            let shown = Self.certificate(try await Self.info(api))["csr"] as? String
            #expect(shown?.trimmingSpaces == SampleCSR.rsa.trimmingSpaces)
        }
    }

    @Test(
        "what waits for approval names its certificate with the request alone",
        arguments: ["reissue", "duplicate"])
    func waiting(kind: String) async throws {
        try await RunningAPI.run { api in
            _ = try await api.send(.post, "/order/certificate/ssl_plus", SampleBody.order())
            let receipt = try await api.send(
                .post, "\(Self.order)/\(kind)", SampleBody.certificate(["skip_approval": false]))
            #expect(receipt.status == 201)
            #expect(try receipt.json["certificate_id"] == nil)
            let requests = try receipt.json["requests"] as? [[String: Any]]
            #expect(requests?.first?["certificate_id"] as? Int == 2)
            #expect(requests?.first?["status"] as? String == "pending")
        }
    }

    @Test("a manager's revocation waits for a second word, an administrator's does not")
    func revocation() async throws {
        try await RunningAPI.run { api in
            let (_, manager) = try await api.installation.addUser(.manager)
            _ = try await api.send(.post, "/order/certificate/ssl_plus", SampleBody.order())
            for (key, status) in [(manager, 201), (nil, 204)] {
                let revoked = try await api.send(
                    .put, Self.order + "/revoke", #"{"skip_approval":true}"#, key: key)
                #expect(revoked.status == status)
            }
        }
    }

    @Test("an order that was never approved has no certificate, whatever became of it")
    func unapproved() async throws {
        try await RunningAPI.run { api in
            _ = try await api.send(
                .post, "/order/certificate/ssl_plus", SampleBody.order(["skip_approval": false]))
            #expect(Self.certificate(try await Self.info(api))["id"] == nil)
            #expect(try await Self.info(api)["order_valid_till"] as? String == "2027-01-05")
            _ = try await api.send(
                .put, Self.order + "/status", #"{"status":"CANCELED"}"#)
            let canceled = try await Self.info(api)
            #expect(canceled["status"] as? String == "canceled")
            #expect(Self.certificate(canceled)["id"] == nil)
            #expect(canceled["order_valid_till"] == nil)
        }
    }

    @Test("names count as bought as long as they were paid for, and as 0 where they were free")
    func purchases() async throws {
        @Sendable func reissue(
            _ api: RunningAPI, _ names: [String]
        ) async throws -> [String: Any] {
            _ = try await api.send(
                .post, Self.order + "/reissue",
                SampleBody.certificate(["certificate.dns_names": names]))
            let list = try await api.send(.get, Self.order + "/reissue").json
            return (list["certificates"] as? [[String: Any]])?.first ?? [:]
        }
        for isPriced in [true, false] {
            try await RunningAPI.run { api in
                if isPriced { try await api.setPriceOfNames() }
                _ = try await api.send(
                    .post, "/order/certificate/ssl_multi_domain",
                    SampleBody.order(["certificate.dns_names": ["a.example.com"]]))
                let more = try await reissue(api, ["a.example.com", "b.example.com"])
                #expect(more["purchased_dns_names"] as? String == (isPriced ? "1" : "0"))
                #expect((more["receipt_id"] != nil) == isPriced)
                let fewer = try await reissue(api, ["b.example.com"])
                #expect(fewer["purchased_dns_names"] == nil && fewer["receipt_id"] == nil)
                let again = try await reissue(api, ["a.example.com", "b.example.com"])
                #expect(again["purchased_dns_names"] as? String == "0")
                #expect(again["purchased_wildcard_names"] as? String == "0")
                #expect(again["receipt_id"] == nil)
                #expect(try await Self.info(api)["purchased_dns_names"] as? Int == 2)
            }
        }
    }

    @Test("further certificates count once they were issued")
    func counts() async throws {
        try await RunningAPI.run { api in
            _ = try await api.send(.post, "/order/certificate/ssl_plus", SampleBody.order())
            func listed() async throws -> [String: Any] {
                let list = try await api.send(.get, "/order/certificate").json
                return (list["orders"] as? [[String: Any]])?.first ?? [:]
            }
            for kind in ["duplicate", "reissue"] {
                _ = try await api.send(
                    .post, "\(Self.order)/\(kind)",
                    SampleBody.certificate(["skip_approval": false]))
                let waiting = try await listed()
                #expect(waiting["has_\(kind)s"] as? Bool == false)
                #expect(waiting["\(kind)s_count"] == nil)
                let request = kind == "duplicate" ? 2 : 3
                _ = try await api.send(
                    .put, "/request/\(request)/status", #"{"status":"approved"}"#)
                let issued = try await listed()
                #expect(issued["has_\(kind)s"] as? Bool == true)
                #expect(issued["\(kind)s_count"] as? Int == 1)
            }
            let names = Self.certificate(try await listed())["dns_names"] as? [String]
            #expect(names?.contains("www.example.com") == true)
        }
    }

    @Test("the words that lists are narrowed by most may stand alone")
    func bareFilters() async throws {
        try await RunningAPI.run { api in
            _ = try await api.send(.post, "/order/certificate/ssl_plus", SampleBody.order())
            for (query, count) in [
                ("status=issued", 1), ("status=revoked", 0), ("product_name_id=ssl_plus", 1),
                ("product_name_id=ssl_basic", 0),
            ] {
                let list = try await api.send(.get, "/order/certificate?" + query).json
                #expect((list["page"] as? [String: Int])?["total"] == count, "\(query)")
            }
        }
    }

    @Test("mailboxes have CAA records, too")
    func mailboxes() async throws {
        try await RunningAPI.run { api in
            let product = try #require(ProductCatalog.product("secure_email_mailbox"))
            _ = try await api.send(
                .post, "/order/certificate/secure_email_mailbox",
                SampleBody.order(for: product, ["certificate.emails": ["q@unproved.org"]]))
            let info = try await Self.info(api, "?include_caa_status=true")
            let messages = info["caa_status_message"] as? [String: String]
            #expect(messages?.keys.sorted() == ["unproved.org"])
        }
    }

    @Test("changes are told up to now where somebody asks for more")
    func future() async throws {
        try await RunningAPI.run { api in
            let path = "/order/certificate/status-changes?filters[status_last_updated]="
            for (range, status) in [
                ("2025-12-30...2026-01-07", 200), ("2025-12-20...2026-01-07", 400),
            ] {
                let told = try await api.send(.get, path + range)
                #expect(told.status == status, "\(range)")
            }
        }
    }
}
