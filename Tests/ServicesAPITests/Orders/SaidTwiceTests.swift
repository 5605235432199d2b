import Foundation
import HTTPTypes
import TestKit
import Testing

@Suite("What is said twice in a body, or too long, or comes to nothing")
struct SaidTwiceTests {
    @Test("a member that stands twice in one object is refused, before anything is done")
    func members() async throws {
        try await RunningAPI.run { api in
            let order = try SampleBody.order()
            let twice = order.dropLast() + #","skip_approval":false}"#
            let refused = try await api.send(.post, "/order/certificate/ssl_plus", String(twice))
            #expect(refused.status == 400)
            #expect(try refused.errorCode == "bad_request_format")
            #expect(
                refused.text.contains(
                    #"The body has the member \"skip_approval\" twice in one object."#))
            #expect(try await api.send(.get, "/order/certificate/1").status == 404)
        }
    }

    @Test("a custom field that is answered twice is refused")
    func customFields() async throws {
        try await RunningAPI.run { api in
            _ = try await api.send(.post, "/account/metadata", #"{"label":"Invoice"}"#)
            let answer: [String: Any] = ["metadata_id": 1, "value": "7"]
            let refused = try await api.send(
                .post, "/order/certificate/ssl_plus",
                SampleBody.order(["custom_fields": [answer, ["metadata_id": "1", "value": "8"]]]))
            #expect(refused.status == 400)
            #expect(try refused.errorCode == "invalid_value:custom_fields.metadata_id")
            #expect(refused.text.contains("is 1 twice; each field is answered once"))
            let placed = try await api.send(
                .post, "/order/certificate/ssl_plus",
                SampleBody.order(["custom_fields": [answer]]))
            #expect(placed.status == 201)
        }
    }

    @Test("a reissue that was rejected has no receipt and bought no names")
    func rejected() async throws {
        try await RunningAPI.run { api in
            try await api.setPriceOfNames()
            let life = try await Life.place("ssl_multi_domain", in: api)
            try await life.decide("approved")
            func rows() async throws -> [[String: Any]] {
                let list = try await api.send(.get, life.path + "/reissue").json
                return try #require(list["certificates"] as? [[String: Any]])
            }
            let body = try SampleBody.certificate([
                "certificate.dns_names": ["a.example.com"], "skip_approval": false,
            ])
            #expect(try await api.send(.post, life.path + "/reissue", body).status == 201)
            let waiting = try #require(try await rows().first)
            #expect(waiting["receipt_id"] != nil)
            #expect(waiting["purchased_dns_names"] as? String == "1")
            try await life.decide("rejected")
            let rejected = try #require(try await rows().first)
            #expect(rejected["status"] as? String == "rejected")
            #expect(rejected["receipt_id"] == nil)
            #expect(rejected["purchased_dns_names"] == nil)
            #expect(rejected["purchased_wildcard_names"] == nil)
        }
    }

    @Test("the contact of a new organization has the lengths of all contacts")
    func contacts() async throws {
        try await RunningAPI.run { api in
            for (count, status) in [(128, 201), (129, 400)] {
                let answer = try await api.send(
                    .post, "/organization",
                    SampleBody.json([
                        "name": "House of \(count)", "address": "1 Road", "city": "Town",
                        "state": "State", "zip": "1", "country": "us", "telephone": "1",
                        "organization_contact": [
                            "first_name": String(repeating: "a", count: count),
                            "last_name": "B", "email": "a@example.com",
                        ],
                    ]))
                #expect(answer.status == status, "\(answer.text)")
            }
        }
    }

    @Test("order info says when people are told of its end, unless the order wants none of it")
    func notices() async throws {
        let members = [
            "send_minus_90", "send_minus_60", "send_minus_30", "send_minus_7", "send_minus_3",
            "send_plus_7",
        ]
        try await RunningAPI.run { api in
            for isSilent in [false, true] {
                let placed = try await api.send(
                    .post, "/order/certificate/ssl_plus",
                    SampleBody.order(["disable_renewal_notifications": isSilent]))
                let id = try #require(try placed.json["id"] as? Int)
                let info = try await api.send(.get, "/order/certificate/\(id)").json
                #expect(members.map { info[$0] as? Bool } == members.map { _ in !isSilent })
            }
        }
    }

    @Test("a mark has the size of the key that it was certified with")
    func keySize() async throws {
        try await RunningAPI.run { api in
            let life = try await Life.place("vmc_basic", in: api)
            let before = try #require(try await life.info["certificate"] as? [String: Any])
            #expect(before["key_size"] == nil)
            try await life.decide("approved")
            #expect(try await life.status == "issued")
            let after = try #require(try await life.info["certificate"] as? [String: Any])
            #expect(after["key_size"] as? Int == 256)
            #expect(after["csr"] == nil)
        }
    }
}
