import Foundation
import HTTPTypes
import OrderCore
import Registration
import Storage
import TestKit
import Testing

/// Control over a domain by itself.
@Suite("Control over domains over HTTP")
struct DomainControlTranscripts {
    @Test("a domain is submitted, its method changed, its value renewed, found and used")
    func life() async throws {
        let net = try NetworkStand()
        try await RunningAPI.run(control: net.checker) { api in
            var transcript = Transcript("domain-control")
            let add =
                #"{"name":"example.org","organization":{"id":1},"validations":[{"type":"ov"}],"#
                + #""dcv_method":"email"}"#
            transcript.note(try await api.send(.post, "/domain", add), "added")
            let steps: [(HTTPRequest.Method, String, String?)] = [
                (.put, "/dcv/validate-token", nil), (.post, "/dcv/token", nil),
                (.get, "/dcv/emails", nil),
                (.put, "/dcv/emails", #"{"email_array":["admin@example.org"]}"#),
                (.put, "/dcv/method", "{}"),
                (.put, "/dcv/method", #"{"dcv_method":"dns-cname-token"}"#),
                (.put, "/dcv/method", #"{"dcv_method":"dns-cname-token"}"#),
                (.post, "/validation", "{}"),
                (
                    .post, "/validation",
                    #"{"validations":[{"type":"ev"}],"dcv_method":"http-token"}"#
                ),
                (.put, "/dcv/validate-token", nil),
                (.put, "/dcv/method", #"{"dcv_method":"dns-txt-token"}"#),
                (.get, "/validation", nil),
            ]
            for (method, path, body) in steps {
                let exchange = try await api.send(method, "/domain/2" + path, body)
                transcript.note(exchange, path)
            }
            let token = try await api.send(.post, "/domain/2/dcv/token")
            transcript.note(token, "a new value")
            net.dns.set("example.org", [.text(try #require(token.json["token"] as? String))])
            transcript.note(try await api.send(.put, "/domain/2/dcv/validate-token"), "found")
            transcript.note(try await api.send(.get, "/domain/2/validation"), "proved")
            transcript.note(try await api.send(.get, "/domain/example.org/dcv/emails"), "by name")
            transcript.note(try await api.send(.get, "/domain/9/validation"), "none")
            let order = try SampleBody.order(["certificate.common_name": "a.example.org"])
            transcript.note(try await api.send(.put, "/domain/2/deactivate"), "out of use")
            let waiting = try await api.send(.post, "/order/certificate/ssl_basic", order)
            #expect(try waiting.json["certificate_chain"] == nil)
            transcript.note(try await api.send(.put, "/domain/2/activate"), "in use again")
            try await api.work()
            let info = try await api.send(.get, "/order/certificate/1").json
            #expect(info["status"] as? String == "issued")
            #expect(
                try await api.messages().prefix(6).map(\.recipient)
                    == ControlInvitation.mailboxes(at: "example.org") + ["admin@example.org"])
            try transcript.check()
        }
    }

    @Test("another account's domain is none")
    func strangers() async throws {
        try await RunningAPI.run { api in
            let child = try await api.send(
                .post, "/account",
                """
                {"account_type":"managed","user":{"first_name":"Sub","last_name":"Account",
                "email":"child@example.com"},"organization":{"name":"child","address":"1 Road",
                "zip":"1","city":"Town","state":"State","country":"us","telephone":"1"}}
                """)
            let key = try #require(child.json["api_key"] as? String)
            let calls: [(HTTPRequest.Method, String)] = [
                (.put, "/domain/1/dcv/validate-token"), (.post, "/domain/1/dcv/token"),
                (.get, "/domain/1/dcv/emails"), (.get, "/domain/example.com/dcv/emails"),
                (.put, "/domain/1/dcv/emails"), (.put, "/domain/1/deactivate"),
            ]
            for (method, path) in calls {
                let exchange = try await api.send(method, path, "{}", key: key)
                #expect(try exchange.errorCode == "not_found|domain", "\(path)")
            }
        }
    }
}
