import Foundation
import HTTPTypes
import OrderCore
import Registration
import TestKit
import Testing

@Suite("Organizations over HTTP, after they were added")
struct OrganizationTranscripts {
    private static let body = """
        {"name":"Epigyne","address":"1 Street","city":"Minneapolis","state":"mn","zip":55401,
        "country":"us","telephone":1,"organization_contact":{"first_name":"Gia",
        "last_name":"Booth","email":"gia@example.com"}}
        """

    @Test("an organization is submitted, put out of use and deleted")
    func life() async throws {
        try await RunningAPI.run { api in
            var transcript = Transcript("organization-life")
            _ = try await api.send(.post, "/organization", Self.body)
            _ = try await api.send(
                .post, "/domain",
                #"{"name":"example.org","organization":{"id":2},"validations":[{"type":"ov"}]}"#)
            let submission =
                #"{"validations":[{"type":"ov"},{"type":"ev","verified_users":[{"id":1}]}]}"#
            let steps: [(HTTPRequest.Method, String, String?)] = [
                (.get, "/organization/2/validation", nil),
                (.get, "/organization/validation-type", nil),
                (.get, "/organization/potential-approvers", nil),
                (.post, "/organization/2/validation", submission),
                (.post, "/organization/2/validation", submission),
                (.post, "/organization/2/validation", #"{"validations":[{"type":"best"}]}"#),
                (.post, "/organization/77/validation", submission),
                (.get, "/organization/2/validation", nil),
                (.put, "/organization/2/deactivate", nil), (.get, "/organization/2", nil),
                (.put, "/organization/2/activate", nil),
                (.delete, "/organization/1", nil), (.delete, "/organization/2", nil),
                (.get, "/organization/2", nil), (.get, "/domain/2", nil),
                (.delete, "/organization/2", nil),
            ]
            for (method, path, body) in steps {
                transcript.note(try await api.send(method, path, body), path)
            }
            try transcript.check()
        }
    }

    @Test("one that orders name is not deleted, and one out of use is not ordered for")
    func needed() async throws {
        try await RunningAPI.run { api in
            _ = try await api.send(.post, "/organization", Self.body)
            let order = try SampleBody.order(["organization.id": 2])
            #expect(try await api.send(.put, "/organization/2/deactivate").status == 204)
            #expect(try await api.send(.post, "/order/certificate/ssl_plus", order).status == 400)
            #expect(try await api.send(.put, "/organization/2/activate").status == 204)
            #expect(try await api.send(.post, "/order/certificate/ssl_plus", order).status == 201)
            let deletion = try await api.send(.delete, "/organization/2")
            #expect(try deletion.errorCode == "invalid_value:organization_id")
        }
    }

    @Test("a submission does not undo what was found, and is done at once in a sandbox")
    func submission() async throws {
        try await RunningAPI.run { api in
            let before = try await api.send(.get, "/organization/1/validation").text
            _ = try await api.send(
                .post, "/organization/1/validation", #"{"validations":[{"type":"ov"}]}"#)
            #expect(try await api.send(.get, "/organization/1/validation").text == before)
        }
        try await RunningAPI.run(steps: .sandbox) { api in
            _ = try await api.send(.post, "/organization", Self.body)
            _ = try await api.send(
                .post, "/organization/2/validation", #"{"validations":{"type":"ov"}}"#)
            let found = try await api.send(.get, "/organization/2/validation").json
            let rows = found["validations"] as? [[String: Any]]
            #expect(rows?.map { $0["status"] as? String } == ["active"])
        }
    }
}
