import HTTPTypes
import OrderCore
import TestKit
import Testing

/// Members of domains that fewer clients send and read.
@Suite("Domains in detail")
struct DomainMemberTests {
    private static func add(
        _ api: RunningAPI, _ name: String, _ more: String = "", key: String? = nil
    ) async throws -> Exchange {
        try await api.send(
            .post, "/domain",
            #"{"name":"\#(name)","organization":{"id":1},"validations":[{"type":"ov"}]\#(more)}"#,
            key: key)
    }

    @Test("a domain is filed in the container that is asked for, if the caller sees it")
    func container() async throws {
        try await RunningAPI.run { api in
            let division = try await api.send(
                .post, "/container/1/children", #"{"name":"Lab","template_id":1}"#)
            let id = try #require(try division.json["id"] as? Int)
            let placed = try await Self.add(api, "example.org", #","container":{"id":\#(id)}"#)
            #expect(placed.status == 201)
            let shown = try await api.send(.get, "/domain/2").json
            #expect((shown["container"] as? [String: Any])?["id"] as? Int == id)
            let unknown = try await Self.add(api, "example.net", #","container":{"id":77}"#)
            #expect(unknown.status == 404)
            let (_, key) = try await api.installation.addUser(
                .manager, containers: [ID(Int64(id))])
            let hidden = try await Self.add(
                api, "example.net", #","container":{"id":1}"#, key: key)
            #expect(hidden.status == 404)
        }
    }

    @Test("a wildcard is no domain, and the refusal says what would cover it")
    func wildcard() async throws {
        try await RunningAPI.run { api in
            let answer = try await Self.add(api, "*.Example.org")
            #expect(answer.status == 400)
            #expect(try answer.errorCode == "invalid_value:name")
            #expect(answer.text.contains("add example.org, which covers it"))
        }
    }

    @Test("who was asked by mail is told, and whom a domain is limited to")
    func invitations() async throws {
        try await RunningAPI.run { api in
            _ = try await Self.add(
                api, "example.org",
                #","dcv_method":"email","email_array":["admin@example.org","a@example.org"]"#)
            let shown = try await api.send(.get, "/domain/2?include_dcv=true").json
            let control = try #require(shown["dcv"] as? [String: Any])
            let sent = try #require(control["dcv_invitations"] as? [[String: Any]])
            #expect(sent.map { $0["invitation_id"] as? Int } == [1])
            #expect(sent.map { $0["email"] as? String } == ["admin@example.org"])
            #expect(sent.map { $0["source"] as? String } == ["base"])
            #expect(sent.map { $0["name_scope"] as? String } == ["example.org"])
            #expect(sent.map { $0["date_sent"] as? String } == ["2026-01-05T12:00:00+00:00"])
            func limit() async throws -> [String]? {
                try await api.send(.get, "/domain/2/dcv/emails").json["email_array"] as? [String]
            }
            #expect(try await limit() == ["admin@example.org"])
            let again = try await api.send(
                .post, "/domain/2/validation",
                #"{"validations":[{"type":"ov"}],"email_array":["webmaster@example.org"]}"#)
            let emails = try again.json["validation_emails"] as? [String: Any]
            let both = ["admin@example.org", "webmaster@example.org"]
            #expect(emails?["email_array"] as? [String] == both)
            // Once all were asked, there is no limit.
            _ = try await api.send(.put, "/domain/2/dcv/emails", "{}")
            #expect(try await limit() == nil)
        }
    }
}
