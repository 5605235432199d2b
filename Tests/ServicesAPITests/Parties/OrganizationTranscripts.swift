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

    @Test("contacts are replaced, each as a whole, and the technical one taken away")
    func contacts() async throws {
        try await RunningAPI.run { api in
            var transcript = Transcript("organization-contacts")
            let person = #""first_name":"Ola","last_name":"Berg","email":"ola@example.com""#
            let bodies = [
                #"{"contacts":[{"contact_type":"technical_contact",\#(person),"#
                    + #""telephone":"5","job_title":"Gardener"},"#
                    + #"{"contact_type":"Organization_Contact",\#(person),"language_id":2}]}"#,
                #"{"contacts":{"contact_type":"technical_contact",\#(person)}}"#,
                #"{"contacts":[{"contact_type":"technical_contact",\#(person)},"#
                    + #"{"contact_type":"technical_contact"}]}"#,
                #"{"contacts":[{"contact_type":"organization_contact"}]}"#,
                #"{"contacts":[{"contact_type":"ev_approver",\#(person)}]}"#,
                #"{"contacts":[{\#(person)}]}"#, #"{"contacts":[]}"#,
                #"{"contacts":[{"contact_type":"technical_contact","email":"no"}]}"#,
            ]
            for body in bodies.prefix(2) {
                transcript.note(try await api.send(.put, "/organization/1/contact", body), "set")
                transcript.note(try await api.send(.get, "/organization/1"), "as it is now")
            }
            for body in bodies.dropFirst(2) {
                transcript.note(try await api.send(.put, "/organization/1/contact", body), "no")
            }
            transcript.note(
                try await api.send(.put, "/organization/77/contact", bodies[0]), "nobody's")
            transcript.note(
                try await api.send(
                    .put, "/organization/1/contact",
                    #"{"contacts":[{"contact_type":"technical_contact"}]}"#), "taken away")
            transcript.note(try await api.send(.get, "/organization/1"), "as it is then")
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
