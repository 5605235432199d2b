import Foundation
import HTTPTypes
import OrderCore
import Registration
import TestKit
import Testing

/// What scripts that look after users, organizations and domains go by.
@Suite("What clients go by beside orders")
struct PartyRuleTests {
    private static func total(_ api: RunningAPI, _ path: String) async throws -> Int? {
        (try await api.send(.get, path).json["page"] as? [String: Int])?["total"]
    }

    @Test("a user whose home is elsewhere sees itself, and files what it makes where it may look")
    func confined() async throws {
        try await RunningAPI.run { api in
            let division = try await api.send(
                .post, "/container/1/children", #"{"name":"Lab","template_id":1}"#)
            let id = try #require(division.json["id"] as? Int)
            let (user, key) = try await api.installation.addUser(.administrator)
            let confining = try await api.send(
                .put, "/user/\(user)/container-assignments",
                #"{"container_id_assignments":[\#(id)]}"#)
            #expect(confining.status == 204)
            let own = try await api.send(.get, "/user/me", key: key)
            #expect(try own.json["id"] as? Int == Int(user.rawValue))
            let placed = try await api.send(
                .post, "/order/certificate/ssl_plus", SampleBody.order(), key: key)
            #expect(placed.status == 201)
            let info = try await api.send(.get, "/order/certificate/1", key: key)
            #expect((try info.json["container"] as? [String: Any])?["id"] as? Int == id)
            // What holds for the whole account is not its to change.
            for (method, path, body) in [
                (HTTPRequest.Method.put, "/organization/1/deactivate", ""),
                (.post, "/account/metadata", #"{"label":"Mine"}"#), (.get, "/audit-log", ""),
            ] {
                let refused = try await api.send(method, path, body, key: key)
                #expect(refused.status == 403, "\(path)")
            }
        }
    }

    @Test("users are found by the whole of a name, organizations by their id or a part of theirs")
    func searches() async throws {
        try await RunningAPI.run { api in
            for word in ["Ada", "admin@example.com", "%25dmin@"] {
                #expect(try await Self.total(api, "/user?filters[search]=\(word)") == 1, "\(word)")
            }
            #expect(try await Self.total(api, "/user?filters[search]=Ad") == 0)
            #expect(try await Self.total(api, "/user?filters[status]=locked") == 0)
            #expect(try await Self.total(api, "/organization?filters[status]=approved") == 1)
            let words = [("1", 1), ("Example", 1), ("xampl", 1), ("%25xampl", 1), ("7", 0)]
            for (word, count) in words {
                let found = try await Self.total(api, "/organization?filters[search]=\(word)")
                #expect(found == count, "\(word)")
            }
        }
    }

    @Test("a value that was asked for after the proof is looked for, and found or not")
    func newProof() async throws {
        let net = try NetworkStand()
        net.dns.set("example.com", [.text("nothing")])
        net.dns.set("_dnsauth.example.com", [])
        try await RunningAPI.run(control: net.checker) { api in
            let path = "/domain/1/dcv"
            _ = try await api.send(.put, path + "/method", #"{"dcv_method":"dns-txt-token"}"#)
            let proved = try await api.send(.put, path + "/validate-token")
            api.installation.clock.advance(seconds: 60)
            let token = try await api.send(.post, path + "/token")
            let value = try #require(try token.json["token"] as? String)
            let missing = try await api.send(.put, path + "/validate-token")
            #expect(missing.status == 400)
            let shown = try await api.send(.get, "/domain/1?include_dcv=true").json
            #expect((shown["dcv_token"] as? [String: Any])?["status"] as? String == "pending")
            net.dns.set("example.com", [.text(value)])
            let found = try await api.send(.put, path + "/validate-token")
            #expect(found.status == 200)
            let renewed = try await api.send(.get, "/domain/1?include_dcv=true").json
            let time = renewed["dcv_approval_datetime"] as? String
            #expect(time == "2026-01-05T12:01:00+00:00", "\(proved.status)")
        }
    }

    @Test("a query that stands in the path counts as one")
    func misplaced() async throws {
        try await RunningAPI.run { api in
            let query = "include_dcv=true&include_validation=true"
            let right = try await api.send(.get, "/domain/1?" + query)
            let odd = try await api.send(.get, "/domain/1/" + query)
            #expect(odd.status == 200)
            #expect(odd.text == right.text)
        }
    }

    @Test("a contact that an order names by an id is somebody, or is refused")
    func contacts() async throws {
        try await RunningAPI.run { api in
            for (id, status) in [(1, 201), (777, 400)] {
                let placed = try await api.send(
                    .post, "/order/certificate/ssl_ev_plus",
                    SampleBody.order([
                        "organization.contacts": [["contact_type": "verified_contact", "id": id]]
                    ]))
                #expect(placed.status == status)
            }
            let info = try await api.send(.get, "/order/certificate/1").json
            let contacts = info["verified_contacts"] as? [[String: Any]]
            #expect((contacts?.first?["first_name"] as? String)?.isEmpty == false)
        }
    }

    @Test("a custom field that takes anything has no type")
    func fields() async throws {
        try await RunningAPI.run { api in
            for body in [#"{"label":"Any"}"#, #"{"label":"Count","data_type":"int"}"#] {
                _ = try await api.send(.post, "/account/metadata", body)
            }
            let fields = try await api.send(.get, "/account/metadata").json["metadata"]
            let types = (fields as? [[String: Any]])?.map { $0["data_type"] as? String }
            #expect(types == [nil, "int"])
        }
    }
}
