import Foundation
import HTTPTypes
import Testing
import TestKit

@Suite("Order lists over HTTP")
struct ListTranscripts {
    @Test("orders are filtered, sorted and paged")
    func orders() async throws {
        try await RunningAPI.run { api in
            var transcript = Transcript("order-list")
            transcript.note(try await api.send(.get, "/order/certificate"), "no orders yet")
            for name in ["b.example.com", "a.example.com", "c.example.com"] {
                let body = try SampleBody.order(["certificate.common_name": name])
                _ = try await api.send(.post, "/order/certificate/ssl_plus", body)
                api.installation.clock.advance(days: 1)
            }
            let waiting = try SampleBody.order(["skip_approval": false])
            _ = try await api.send(.post, "/order/certificate/ssl_multi_domain", waiting)
            _ = try await api.send(
                .post, "/order/certificate/2/duplicate",
                SampleBody.certificate(["certificate.common_name": "a.example.com"]))
            let queries = [
                "?sort=-common_name&limit=2", "?limit=2&offset=2",
                "?filters[status]=issued&filters[common_name]=%25a.ex",
                "?filters%5Bstatus%5D%5B0%5D=issued"
                    + "&filters%5Bstatus%5D%5B1%5D=needs_approval&sort=status,-date_created",
                "?filters[date_created]=2026-1-6...2026-01-07",
                "?filters[date_created]=<2026-1-6+9:3:7",
                "?filters[valid_till]=>2030-01-01", "?filters[product_name_id]=ssl_multi_domain",
                "?filters[domain_name]=c.example.com", "?filters[certificate_id]=5",
                "?filters[status]=waiting_pickup", "?filters[color]=blue", "?sort=color",
                "?filters[status]=sleeping", "?limit=-1", "?filters[date_created]=soon",
            ]
            for query in queries {
                transcript.note(try await api.send(.get, "/order/certificate" + query), query)
            }
            for path in [
                "/order/certificate/status-changes?minutes=5&filters[color]=blue",
                "/order/certificate/status-changes?minutes=5&sort=color",
                "/order/alternate/ABC?filters[color]=blue", "/order/alternate/ABC?sort=id",
                "/container/1/order/organization?filters[color]=blue",
            ] { transcript.note(try await api.send(.get, path), path) }
            try transcript.check()
        }
    }

    @Test("a host is found in its own letters, whole or by whole labels")
    func ownLetters() async throws {
        try await RunningAPI.run { api in
            let body = try SampleBody.order(["certificate.common_name": "bücher.example.com"])
            let placed = try await api.send(.post, "/order/certificate/ssl_plus", body)
            #expect(placed.status == 201)
            for (filter, count) in [
                ("common_name]=b%C3%BCcher.example.com", 1),
                ("common_name]=B%C3%9CCHER.Example.com", 1), ("domain_name]=%25b%C3%BCcher", 1),
                ("search]=%25b%C3%BCcher.ex", 1), ("common_name]=b%C3%BCcher", 0),
                ("common_name]=xn--bcher-kva.example.com", 1), ("search]=%25k%C3%BCche", 0),
            ] {
                let list = try await api.send(.get, "/order/certificate?filters[" + filter).json
                #expect((list["orders"] as? [Any])?.count == count, "\(filter)")
            }
        }
    }

    @Test("a parent sees its subaccounts' orders, and of grandchildren less")
    func subaccounts() async throws {
        try await RunningAPI.run { api in
            var transcript = Transcript("subaccounts")
            func account(_ name: String, kind: String) -> String {
                """
                {"account_type":"\(kind)","child_name":"\(name)","user":{"first_name":"Sub",\
                "last_name":"Account","email":"\(name)@example.com"},\
                "organization":{"name":"\(name)",\
                "address":"1 Road","zip":"1","city":"Town","state":"State","country":"us",\
                "telephone":"1"}}
                """
            }
            let child = try await api.send(.post, "/account", account("child", kind: "managed"))
            transcript.note(child, "a managed subaccount")
            let childKey = try child.json["api_key"] as! String
            let grandchild = try await api.send(
                .post, "/account", account("grandchild", kind: "managed"), key: childKey)
            let grandchildKey = try grandchild.json["api_key"] as! String
            let order = try SampleBody.order(
                ["certificate.dns_names": ["sub.example.com"], "organization.id": 2])
            let deep = try SampleBody.order(["organization.id": 3])
            #expect(
                try await api.send(.post, "/order/certificate/ssl_securesite", order, key: childKey)
                    .status == 201)
            #expect(
                try await api.send(.post, "/order/certificate/ssl_plus", deep, key: grandchildKey)
                    .status == 201)
            _ = try await api.send(.post, "/order/certificate/ssl_plus", SampleBody.order())
            transcript.note(try await api.send(.get, "/account/subaccount"), "the list")
            transcript.note(try await api.send(.get, "/account/subaccount/2"), "one of them")
            transcript.note(
                try await api.send(.get, "/account/subaccount/3"), "a grandchild is not")
            transcript.note(try await api.send(.get, "/account/subaccount/order"), "their orders")
            transcript.note(
                try await api.send(.get, "/account/subaccount/order?filters[status]=issued"),
                "those that are issued")
            for subaccount in ["3", "grandchild", "2&filters[status]=revoked"] {
                let path = "/account/subaccount/order?filters[subaccount]=\(subaccount)"
                transcript.note(try await api.send(.get, path), path)
            }
            transcript.note(
                try await api.send(.get, "/account/subaccount/order/1"), "a child's order")
            transcript.note(
                try await api.send(.get, "/account/subaccount/order/2"), "a grandchild's order")
            transcript.note(
                try await api.send(.get, "/account/subaccount/order/3"), "the parent's own is none")
            for path in ["/order/certificate/3", "/account/subaccount/order/3", "/organization/1"] {
                #expect(try await api.send(.get, path, key: childKey).status == 404)
            }
            #expect(try await api.send(.get, "/order/certificate/1").status == 404)
            try transcript.check()
        }
    }
}
