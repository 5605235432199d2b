import Foundation
import HTTPTypes
import OrderCore
import Registration
import TestKit
import Testing

/// What further certificates of an order may last and name.
@Suite("Rules for reissues and duplicates")
struct FurtherRuleTests {
    private static let order = "/order/certificate/1"

    private static func names(_ names: [String], _ change: [String: Any] = [:]) throws -> String {
        try SampleBody.certificate(
            change.merging(["certificate.dns_names": names]) { own, _ in own })
    }

    private static func code(_ exchange: Exchange) throws -> String? {
        (try exchange.json["errors"] as? [[String: Any]])?.first?["code"] as? String
    }

    @Test(
        "who reissues sends what the order was placed with",
        arguments: ["ssl_plus", "private_ssl_plus"])
    func sameYears(product: String) async throws {
        try await RunningAPI.run { api in
            let years = ["certificate.cert_validity": ["years": 1]]
            _ = try await api.send(.post, "/order/certificate/\(product)", SampleBody.order(years))
            api.installation.clock.advance(days: 3)
            let again = try await api.send(
                .post, Self.order + "/reissue", SampleBody.certificate(years))
            #expect(again.status == 201)
            let info = try await api.send(.get, Self.order).json
            let end = (info["certificate"] as? [String: Any])?["valid_till"] as? String
            let orderEnd = info["order_valid_till"] as? String
            if product == "private_ssl_plus" { #expect(end == orderEnd) }
            let longer = try await api.send(
                .post, Self.order + "/reissue",
                SampleBody.certificate(["certificate.cert_validity": ["years": 2]]))
            #expect(try Self.code(longer) == "cert_validity_exceeds_order_validity")
        }
    }

    @Test("a duplicate ends with its primary certificate, unless something else is asked for")
    func ends() async throws {
        try await RunningAPI.run { api in
            _ = try await api.send(
                .post, "/order/certificate/ssl_plus",
                SampleBody.order(["certificate.cert_validity": ["days": 30]]))
            _ = try await api.send(.post, Self.order + "/duplicate", SampleBody.certificate())
            _ = try await api.send(
                .post, Self.order + "/duplicate",
                SampleBody.certificate(["certificate.cert_validity": ["days": 60]]))
            let info = try await api.send(.get, Self.order).json
            let primary = (info["certificate"] as? [String: Any])?["valid_till"] as? String
            let list = try await api.send(.get, Self.order + "/duplicate").json
            let ends = (list["certificates"] as? [[String: Any]])?.map {
                $0["valid_till"] as? String
            }
            #expect(ends?.count == 2)
            #expect(ends?.last == primary)
            #expect(ends?.first != primary)
        }
    }

    @Test("a duplicate that waits is not approved once the order has given up its name")
    func droppedName() async throws {
        try await RunningAPI.run { api in
            _ = try await api.send(
                .post, "/order/certificate/ssl_multi_domain",
                SampleBody.order(["certificate.dns_names": ["drop.example.com"]]))
            let waiting = try await api.send(
                .post, Self.order + "/duplicate",
                Self.names(["drop.example.com"], ["skip_approval": false]))
            let requests = try waiting.json["requests"] as? [[String: Any]]
            let request = try #require(requests?.first?["id"] as? Int)
            let reissue = try await api.send(.post, Self.order + "/reissue", Self.names([]))
            #expect(reissue.status == 201)
            let approval = try await api.send(
                .put, "/request/\(request)/status", #"{"status":"approved"}"#)
            #expect(approval.status == 400)
            #expect(try Self.code(approval) == "duplicate_not_allowed")
            let rejection = try await api.send(
                .put, "/request/\(request)/status", #"{"status":"rejected"}"#)
            #expect(rejection.status == 204)
        }
    }

    @Test("a reissue that is stored as a duplicate has its own names, and leaves the first alone")
    func storedAsDuplicate() async throws {
        try await RunningAPI.run { api in
            let placed = try await api.send(
                .post, "/order/certificate/ssl_multi_domain", SampleBody.order())
            let primary = try placed.json["certificate_id"] as? Int
            let beside = try await api.send(
                .post, Self.order + "/reissue",
                Self.names(["new.example.com"], ["store_reissue_as_duplicate": true]))
            #expect(beside.status == 201)
            let info = try await api.send(.get, Self.order).json
            #expect((info["certificate"] as? [String: Any])?["id"] as? Int == primary)
            let list = try await api.send(.get, Self.order + "/duplicate").json
            let duplicates = list["certificates"] as? [[String: Any]]
            #expect(duplicates?.count == 1)
            let names = duplicates?.first?["dns_names"] as? [String]
            #expect(names?.contains("new.example.com") == true)
            // What is asked for as a duplicate keeps the names of the order.
            let refused = try await api.send(
                .post, Self.order + "/duplicate", Self.names(["new.example.com"]))
            #expect(try Self.code(refused) == "duplicate_not_allowed")
        }
    }

    @Test("a crowd around one order gets through, one after the other")
    func crowd() async throws {
        try await RunningAPI.run { followed in
            let api = RunningAPI(
                installation: followed.installation, client: followed.client)
            _ = try await api.send(.post, "/order/certificate/ssl_plus", SampleBody.order())
            let body = try SampleBody.certificate()
            let statuses = try await withThrowingTaskGroup(of: Int.self) { group in
                for _ in 0..<12 {
                    group.addTask {
                        try await api.send(.post, Self.order + "/duplicate", body).status
                    }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(statuses == Array(repeating: 201, count: 12))
        }
    }

    @Test(
        "a duplicate is fetched by its number, and by nothing else",
        arguments: ["abc", "1x", "7", "-1"])
    func subIDs(text: String) async throws {
        try await RunningAPI.run { api in
            _ = try await api.send(.post, "/order/certificate/ssl_plus", SampleBody.order())
            for path in [
                "/certificate/download/order/1?sub_id=", "/order/certificate/1?format=pem&sub_id=",
            ] {
                #expect(try await api.send(.get, path + text).status == 404)
                #expect(try await api.send(.get, path).status == 200)
            }
        }
    }
}
