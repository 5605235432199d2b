import Foundation
import HTTPTypes
import OrderCore
import Registration
import TestKit
import Testing

@Suite("Domains over HTTP: choices, counts and ends")
struct DomainEndTranscripts {
    @Test("a domain is deleted unless an order waits for it")
    func deletion() async throws {
        try await RunningAPI.run { api in
            var transcript = Transcript("domain-end")
            let body =
                #"{"name":"example.org","organization":{"id":1},"validations":{"type":"ov"}}"#
            transcript.note(try await api.send(.post, "/domain", body), "added")
            let order = try SampleBody.order(["certificate.common_name": "a.example.org"])
            _ = try await api.send(.post, "/order/certificate/ssl_basic", order)
            let steps: [(HTTPRequest.Method, String, String?)] = [
                (.delete, "/domain/2", nil),
                (.put, "/order/certificate/1/status", #"{"status":"canceled","note":null}"#),
                (.delete, "/domain/2", nil), (.get, "/domain/2", nil), (.delete, "/domain/2", nil),
                (.get, "/domain/validation-type", nil), (.get, "/domain/dcv/method", nil),
                (.get, "/domain/expiration-count", nil),
            ]
            for (method, path, body) in steps {
                transcript.note(try await api.send(method, path, body), path)
            }
            try transcript.check()
        }
    }

    @Test("old clients ask for proof in the older ways")
    func oldForms() async throws {
        try await RunningAPI.run { api in
            var transcript = Transcript("domain-old-forms")
            _ = try await api.send(
                .post, "/domain",
                #"{"name":"example.org","organization":{"id":1},"validations":[{"type":"ov"}]}"#)
            let steps: [(String, String?)] = [
                ("/dcv/emails", #"{"name_scope":"example.org"}"#), ("/dcv/method", "{}"),
                ("/dcv/method", #"{"method":"dns-cname-token"}"#),
                ("/dcv/method", #"{"method":"email"}"#), ("/dcv/method", #"{"method":"email"}"#),
                (
                    "/dcv",
                    #"{"method":"dns-txt-token","name_scope":"example.org","#
                        + #""dcv_invitations":[{"invitation_id":1}]}"#
                ), ("/dcv/cname", #"{"method":"cname","token":"x"}"#),
            ]
            for (path, body) in steps {
                transcript.note(try await api.send(.post, "/domain/2" + path, body), path)
            }
            transcript.note(try await api.send(.post, "/domain/1/dcv/cname", "{}"), "proved")
            transcript.note(try await api.send(.put, "/domain/1/dcv/cname"), "still proved")
            try transcript.check()
        }
    }

    @Test("the method that a domain has already is answered with its value")
    func sameMethod() async throws {
        try await RunningAPI.run { api in
            let added = try await api.send(
                .post, "/domain",
                #"{"name":"example.org","organization":{"id":"1"},"validations":[{"type":"ov"}],"#
                    + #""dcv_method":"dns-txt-token"}"#)
            let again = try await api.send(
                .put, "/domain/2/dcv/method", #"{"dcv_method":"dns-txt-token"}"#)
            let value = (try added.json["dcv_token"] as? [String: Any])?["token"] as? String
            #expect(value != nil)
            #expect((try again.json["dcv_token"] as? [String: Any])?["token"] as? String == value)
        }
    }

    @Test("a DV order by a value is answered with one, also where all is proved")
    func valueAlone() async throws {
        try await RunningAPI.run { api in
            for (method, hasValue) in [("dns-txt-token", true), ("email", false)] {
                let placed = try await api.send(
                    .post, "/order/certificate/ssl_dv_rapidssl",
                    SampleBody.order([
                        "dcv_method": method, "organization": NSNull(), "skip_approval": false,
                    ]))
                #expect(placed.status == 201)
                #expect((try placed.json["dcv_random_value"] != nil) == hasValue)
            }
        }
    }
}
