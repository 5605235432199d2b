import Foundation
import HTTPTypes
import OrderCore
import Registration
import TestKit
import Testing

@Suite("Containers and custom fields over HTTP, after they were added")
struct ContainerTranscripts {
    @Test("a container is renamed, put out of use with those below it, and used again")
    func containers() async throws {
        try await RunningAPI.run { api in
            var transcript = Transcript("container-life")
            _ = try await api.send(.post, "/container/1/children", #"{"name":"History"}"#)
            _ = try await api.send(.post, "/container/2/children", #"{"name":"Rome"}"#)
            let steps: [(HTTPRequest.Method, String, String?)] = [
                (.put, "/container/2", #"{"name":"Past","description":"All that is over"}"#),
                (.put, "/container/2", #"{"name":"The past"}"#), (.get, "/container/2", nil),
                (.put, "/container/2/deactivate", nil), (.get, "/container/3", nil),
                (.put, "/container/2/activate", nil), (.get, "/container/3", nil),
                (.put, "/container/2/deactivate", nil), (.put, "/container/2/active", nil),
                (.get, "/container/2", nil), (.put, "/container/77/active", nil),
                (.put, "/container/1/deactivate", nil), (.get, "/container/3/parent", nil),
                (.get, "/container/1/parent", nil), (.get, "/container/1/role", nil),
                (.get, "/container/1/template", nil), (.get, "/container/1/template/1", nil),
                (.get, "/container/1/template/5", nil), (.get, "/container/77/role", nil),
                (
                    .post, "/container/2/children",
                    #"{"name":"Gaul","user":{"first_name":"Ada","last_name":"Ash","#
                        + #""email":"ada@example.com"}}"#
                ), (.get, "/user/2", nil),
                (.post, "/container/2/children", #"{"name":"Spain","user":{"email":"x"}}"#),
                (
                    .post, "/container/2/children",
                    #"{"name":"Egypt","user":{"first_name":"","email":"","access_roles":null}}"#
                ),
            ]
            for (method, path, body) in steps {
                transcript.note(try await api.send(method, path, body), path)
            }
            try transcript.check()
        }
    }

    /// Answers about orders are kept; `api.send` compares them after each change.
    @Test("orders show the names that things bear now")
    func names() async throws {
        try await RunningAPI.run { api in
            _ = try await api.send(.post, "/account/metadata", #"{"label":"Invoice"}"#)
            _ = try await api.send(
                .post, "/order/certificate/ssl_plus",
                SampleBody.order(["custom_fields": [["metadata_id": 1, "value": "7"]]]))
            for (path, body) in [
                ("/container/1", #"{"name":"Head office"}"#),
                ("/user/1", #"{"email":"ada@example.com","first_name":"Augusta"}"#),
                ("/account/metadata/1", #"{"label":"Bill"}"#),
                ("/organization/1/deactivate", ""),
            ] {
                #expect(try await api.send(.put, path, body).status == 204)
            }
            let info = try await api.send(.get, "/order/certificate/1").json
            #expect((info["container"] as? [String: Any])?["name"] as? String == "Head office")
            #expect((info["user"] as? [String: Any])?["first_name"] as? String == "Augusta")
            let fields = info["custom_fields"] as? [[String: Any]]
            #expect(fields?.first?["label"] as? String == "Bill")
            let organization = info["organization"] as? [String: Any]
            #expect(organization?["is_active"] as? Bool == false)
        }
    }

    @Test("custom fields are added by the dozen, edited and deleted")
    func customFields() async throws {
        try await RunningAPI.run { api in
            var transcript = Transcript("custom-fields")
            let several = """
                {"metadata":[{"label":"Invoice","is_active":"0"},
                {"label":"Count","data_type":"int","description":"How many"}]}
                """
            let steps: [(HTTPRequest.Method, String, String?)] = [
                (.post, "/account/metadata/bulk", several),
                (.post, "/account/metadata/bulk", #"{"metadata":[{"label":"A"},{}]}"#),
                (.get, "/account/metadata", nil),
                (.put, "/account/metadata/1", #"{"label":"Bill","is_active":true}"#),
                (.put, "/account/metadata/2", #"{"data_type":"lyrics"}"#),
                (.put, "/account/metadata/77", #"{"label":"None"}"#),
                (.delete, "/account/metadata/1", nil), (.get, "/account/metadata", nil),
                (.delete, "/account/metadata/1", nil),
            ]
            for (method, path, body) in steps {
                transcript.note(try await api.send(method, path, body), path)
            }
            _ = try await api.send(
                .post, "/order/certificate/ssl_plus",
                SampleBody.order(["custom_fields": [["metadata_id": 2, "value": "7"]]]))
            transcript.note(
                try await api.send(.delete, "/account/metadata/2"), "an order has answered it")
            transcript.note(try await api.send(.get, "/account/metadata"), "it stays, unasked")
            try transcript.check()
        }
    }
}
