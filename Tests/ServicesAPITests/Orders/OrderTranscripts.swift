import Foundation
import HTTPTypes
import OrderCore
import Registration
import Storage
import Testing
import TestKit

/// Order info in every state that an order can be in, and the answers that lead there.
@Suite("Orders over HTTP")
struct OrderTranscripts {
    @Test("an order is placed, waits, is approved and issued")
    func approval() async throws {
        try await RunningAPI.run { api in
            var transcript = Transcript("order-approved")
            let body = try SampleBody.order([
                "skip_approval": false, "comments": "Certificate comment.",
                "certificate.dns_names": ["example.com", "shop.example.com"],
                "certificate.organization_units": ["Not Fake Company Inc."],
            ])
            transcript.note(
                try await api.send(.post, "/order/certificate/ssl_plus", body),
                "an order that waits")
            transcript.note(
                try await api.send(.get, "/order/certificate/1"), "order info while it waits")
            transcript.note(try await api.send(.get, "/request/1"), "its request")
            transcript.note(
                try await api.send(.get, "/request?filters[status]=pending"), "the list")
            let decision = #"{"status":"approved","processor_comment":"Looks good"}"#
            transcript.note(try await api.send(.put, "/request/1/status", decision), "approved")
            transcript.note(
                try await api.send(.put, "/request/1/status", decision), "approved again")
            transcript.note(
                try await api.send(.get, "/order/certificate/1"), "order info when issued")
            transcript.note(try await api.send(.get, "/request/1"), "its request, decided")
            try transcript.check()
        }
    }

    @Test("an order that can be issued at once is issued at once")
    func atOnce() async throws {
        try await RunningAPI.run { api in
            var transcript = Transcript("order-issued-at-once")
            transcript.note(
                try await api.send(.post, "/order/certificate/ssl_plus", SampleBody.order()),
                "placed and issued")
            let info = try await api.send(.get, "/order/certificate/1")
            transcript.note(info, "order info")
            let certificate = try info.json["certificate"] as! [String: Any]
            let serial = certificate["serial_number"] as! String
            let thumbprint = certificate["thumbprint"] as! String
            let octets = stride(from: 0, to: serial.count, by: 2).map {
                serial.dropFirst($0).prefix(2)
            }
            let spaced = octets.joined(separator: ":")
            #expect(try await api.send(.get, "/order/certificate/\(spaced)").body == info.body)
            let found = try await api.send(
                .get, "/order/certificate?filters[serial_number]=\(octets.joined(separator: "+"))")
            #expect((try found.json["orders"] as? [[String: Any]])?.count == 1)
            #expect(try await api.send(.get, "/order/certificate/\(serial)").body == info.body)
            #expect(
                try await api.send(.get, "/order/certificate/\(thumbprint.lowercased())").body
                    == info.body)
            try transcript.check()
        }
    }

    @Test("an order whose domain is not proved is pending until it is")
    func pending() async throws {
        try await RunningAPI.run { api in
            var transcript = Transcript("order-pending")
            let body = try SampleBody.order([
                "certificate.common_name": "www.example.org", "organization": NSNull(),
                "certificate.dns_names": ["*.example.org", "example.net"],
                "dcv_method": "dns-txt-token",
            ])
            transcript.note(
                try await api.send(.post, "/order/certificate/ssl_dv_geotrust_flex", body),
                "approved, proof outstanding")
            transcript.note(
                try await api.send(.get, "/order/certificate/1?include_caa_status=true"),
                "order info")
            transcript.note(
                try await api.send(.get, "/domain/2?include_dcv=true"), "a domain to be proved")
            let desk = DomainDesk(registry: api.installation.registry)
            _ = try await desk.validate("example.org", of: 1)
            try await api.work()
            #expect(
                try await api.send(.get, "/order/certificate/1").json["status"] as? String
                    == "pending")
            _ = try await desk.validate("example.net", of: 1)
            try await api.work()
            transcript.note(
                try await api.send(.get, "/order/certificate/1"), "issued by the worker")
            try transcript.check()
        }
    }

    @Test("an order is rejected, another canceled")
    func refusals() async throws {
        try await RunningAPI.run { api in
            var transcript = Transcript("order-rejected-canceled")
            let body = try SampleBody.order(["skip_approval": false])
            _ = try await api.send(.post, "/order/certificate/ssl_plus", body)
            _ = try await api.send(.post, "/order/certificate/ssl_plus", body)
            transcript.note(
                try await api.send(
                    .put, "/request/1/status", #"{"status":"rejected","processor_comment":"No."}"#),
                "rejected")
            transcript.note(try await api.send(.get, "/order/certificate/1"), "rejected order")
            transcript.note(
                try await api.send(
                    .put, "/order/certificate/2/status",
                    #"{"status":"CANCELED","note":"Not needed"}"#),
                "canceled")
            transcript.note(try await api.send(.get, "/order/certificate/2"), "canceled order")
            transcript.note(
                try await api.send(.put, "/order/certificate/2/status", #"{"status":"canceled"}"#),
                "canceled again")
            try transcript.check()
        }
    }

    @Test("a renewal names its predecessor, a plan of several years says so")
    func renewal() async throws {
        try await RunningAPI.run { api in
            var transcript = Transcript("order-renewal")
            _ = try await api.send(.post, "/order/certificate/ssl_plus", SampleBody.order())
            api.installation.clock.advance(days: 340)
            let renewal = try SampleBody.order([
                "renewal_of_order_id": 1, "order_validity.years": 3, "auto_renew": 1,
                "auto_reissue": 1, "additional_emails": ["ops@example.com"],
                "custom_renewal_message": "Soon.", "disable_renewal_notifications": true,
                "payment_method": "card",
                "technical_contact": [
                    "first_name": "Tess", "last_name": "Tech", "email": "tess@example.com",
                    "telephone": "1",
                ],
            ])
            transcript.note(
                try await api.send(.post, "/order/certificate/ssl_plus", renewal), "renewed")
            transcript.note(try await api.send(.get, "/order/certificate/2"), "the renewal")
            transcript.note(try await api.send(.get, "/order/certificate/1"), "the renewed order")
            api.installation.clock.advance(days: 60)
            transcript.note(try await api.send(.get, "/order/certificate/1"), "expired by then")
            try transcript.check()
        }
    }

    @Test("orders are found by the name that the client gave them")
    func alternative() async throws {
        try await RunningAPI.run { api in
            var transcript = Transcript("order-alternative")
            for _ in 1...2 {
                let body = try SampleBody.order(["alternative_order_id": "PO 77/1"])
                _ = try await api.send(.post, "/order/certificate/ssl_plus", body)
            }
            let long = String(repeating: "x", count: 129)
            transcript.note(
                try await api.send(
                    .post, "/order/certificate/ssl_plus",
                    SampleBody.order(["alternative_order_id": long])), "too long")
            let paths = [
                "PO%2077%2F1", "PO%2077%2F1?limit=1&offset=1", "po", "PO%2077%2F1?limit=x",
            ]
            for path in paths {
                transcript.note(try await api.send(.get, "/order/alternate/\(path)"), path)
            }
            let info = try await api.send(.get, "/order/certificate/1").json
            #expect(info["alternative_order_id"] as? String == "PO 77/1")
            try transcript.check()
        }
    }

    @Test("an order says which door it came through")
    func origins() async throws {
        try await RunningAPI.run { api in
            let registry = api.installation.registry
            let administrator = try await api.installation.administrator
            let console = Caller(
                user: administrator.user, account: administrator.account, key: nil)
            _ = try await OrderDesk(registry: registry).place(
                OrderWish.sample(authority: registry.authority), for: console)
            let plain = try await api.send(.get, "/order/certificate/1")
            #expect(try plain.json["api_key"] == nil)
            _ = try await registry.database.write { tx in
                try tx.run(
                    """
                    UPDATE orders SET revision = revision + 1, origin = 'acme_url',
                      origin_name = $1
                    """,
                    [.text("https://ca.example.com/acme/directory")])
            }
            let acme = try await api.send(.get, "/order/certificate/1").json["api_key"]
            #expect(
                acme as? [String: String]
                    == ["name": "https://ca.example.com/acme/directory", "key_type": "acme_url"])
        }
    }
}
