import Foundation
import HTTPTypes
import OrderCore
import Registration
import Storage
import TestKit
import Testing

/// Control over the names of an order, shown in a network of the test's own.
@Suite("Domain control over HTTP")
struct ControlTranscripts {
    private static let order = "/order/certificate/1"

    private static func body(_ method: String, _ names: [String] = []) throws -> String {
        try SampleBody.order([
            "certificate.common_name": "www.example.org", "certificate.dns_names": names,
            "organization": NSNull(), "dcv_method": method,
        ])
    }

    private static func value(_ exchange: Exchange) throws -> String {
        try #require(try exchange.json["dcv_random_value"] as? String)
    }

    @Test("a DV order waits for its TXT record and is issued by the check that finds it")
    func texts() async throws {
        let net = try NetworkStand()
        try await RunningAPI.run(control: net.checker) { api in
            var transcript = Transcript("control-txt")
            let placed = try await api.send(
                .post, "/order/certificate/ssl_dv_geotrust_flex",
                Self.body("dns-txt-token", ["*.example.org", "example.net"]))
            transcript.note(placed, "placed")
            transcript.note(try await api.send(.put, Self.order + "/check-dcv", "{}"), "too early")
            net.dns.set("www.example.org", [.text(try Self.value(placed))])
            net.dns.set("example.org", [.text(try Self.value(placed))])
            transcript.note(
                try await api.send(.put, Self.order + "/check-dcv", "{}"), "one is still missing")
            transcript.note(
                try await api.send(.get, Self.order + "/validation"), "what was found is kept")
            transcript.note(
                try await api.send(
                    .put, Self.order + "/check-dcv",
                    #"{"dns_names_validations":["example.edu"]}"#), "a stranger")
            net.dns.set("example.net", [.text(try Self.value(placed))])
            transcript.note(try await api.send(.put, Self.order + "/check-dcv", "{}"), "shown")
            transcript.note(
                try await api.send(.put, Self.order + "/check-dcv", "{}"), "asked once more")
            let again = try await api.send(
                .post, "/order/certificate/ssl_dv_geotrust", Self.body("dns-txt-token"))
            #expect(try again.json["certificate_chain"] != nil)
            try transcript.check()
        }
    }

    @Test("the method changes while the order waits, and with it what is looked for")
    func methods() async throws {
        let net = try NetworkStand()
        try await RunningAPI.run(control: net.checker) { api in
            var transcript = Transcript("control-methods")
            let path = Self.order + "/dcv-method"
            _ = try await api.send(
                .post, "/order/certificate/ssl_dv_geotrust", Self.body("email"))
            for request in [
                (Self.order + "/check-dcv", "{}"), (Self.order + "/dcv-random-value", ""),
                (path, "{}"), (path, #"{"dcv_method":"carrier-pigeon"}"#),
                (path, #"{"dcv_method":"http-token-dynamic"}"#),
                (path, #"{"dcv_method":"dns-cname-token"}"#),
            ] {
                transcript.note(try await api.send(.put, request.0, request.1), request.1)
            }
            let changed = try await api.send(.put, path, #"{"dcv_method":"http-token"}"#)
            transcript.note(changed, "to a file")
            let again = try await api.send(.put, Self.order + "/dcv-random-value")
            transcript.note(again, "the same value")
            #expect(try Self.value(again) == Self.value(changed))
            transcript.note(
                try await api.send(.get, "/domain/2?include_dcv=true"), "where it is looked for")
            transcript.note(try await api.send(.put, Self.order + "/check-dcv"), "no file")
            _ = try await api.send(.put, path, #"{"dcv_method":"email"}"#)
            transcript.note(
                try await api.send(.get, Self.order + "/validation"), "by mail meanwhile")
            _ = try await api.send(.put, path, #"{"dcv_method":"http-token"}"#)
            net.dns.set("www.example.org", [.address("127.0.0.1")])
            net.web.set(
                "www.example.org" + ControlPlace.path(.http, value: ""),
                .text(try Self.value(changed)))
            transcript.note(try await api.send(.put, Self.order + "/check-dcv"), "found")
            transcript.note(
                try await api.send(.put, path, #"{"dcv_method":"email"}"#), "too late to change")
            try transcript.check()
        }
    }

    @Test("a value goes out of force after thirty days, and is replaced when it is asked for")
    func expiry() async throws {
        let net = try NetworkStand()
        try await RunningAPI.run(control: net.checker) { api in
            let placed = try await api.send(
                .post, "/order/certificate/ssl_dv_geotrust", Self.body("dns-txt-token"))
            let old = try Self.value(placed)
            net.dns.set("www.example.org", [.text(old)])
            api.installation.clock.advance(days: 30)
            let late = try await api.send(.put, Self.order + "/check-dcv")
            #expect(try late.errorCode == "invalid_dns_txt")
            let renewed = try await api.send(.put, Self.order + "/dcv-random-value")
            #expect(try Self.value(renewed) != old)
            net.dns.set("www.example.org", [.text(try Self.value(renewed))])
            #expect(try await api.send(.put, Self.order + "/check-dcv").status == 200)
        }
    }

    @Test("the worker looks by itself, ever more rarely, and what it finds is issued")
    func worker() async throws {
        let net = try NetworkStand()
        try await RunningAPI.run(control: net.checker) { api in
            let placed = try await api.send(
                .post, "/order/certificate/ssl_dv_geotrust", Self.body("dns-txt-token"))
            func status() async throws -> String? {
                try await api.send(.get, Self.order).json["status"] as? String
            }
            net.dns.set("www.example.org", [.text(try Self.value(placed))])
            try await api.work()
            #expect(try await status() == "pending")
            api.installation.clock.advance(seconds: 60)
            try await api.work()
            #expect(try await status() == "issued")
        }
    }

    @Test("by mail, the one who reads it approves")
    func mail() async throws {
        try await RunningAPI.run { api in
            var transcript = Transcript("control-mail")
            _ = try await api.send(
                .post, "/order/certificate/ssl_dv_geotrust", Self.body("email"))
            let messages = try await api.messages()
            #expect(
                messages.map(\.recipient)
                    == ControlInvitation.mailboxes(at: "www.example.org"))
            let token = try #require(messages.first?.body.firstMatch(of: /control\/([a-z0-9]+)/)?.1)
            let wrong =
                #"{"domain_approval_emails":[{"domain":"www.example.org","#
                + #""email":"eve@example.org"}]}"#
            transcript.note(
                try await api.send(.put, Self.order + "/resend-emails", wrong), "a stranger's box")
            transcript.note(
                try await api.send(.put, Self.order + "/resend-emails", "{}"), "sent again")
            #expect(try await api.messages().count == 10)
            let void = try await api.send(.put, "/domain/dcv/email/token/\(token)")
            transcript.note(void, "the first link is void now")
            let last = try await api.messages().last?.body
            let fresh = try #require(last?.firstMatch(of: /control\/([a-z0-9]+)/)?.1)
            transcript.note(
                try await api.send(.put, "/domain/dcv/email/token/\(fresh)"), "approved")
            try await api.work()
            transcript.note(try await api.send(.get, Self.order + "/validation"), "all is shown")
            #expect(try await api.send(.get, Self.order).json["status"] as? String == "issued")
            try transcript.check()
        }
    }

    @Test("the page behind the link asks first, and approves when it is sent back")
    func page() async throws {
        try await RunningAPI.run { api in
            _ = try await api.send(
                .post, "/order/certificate/ssl_dv_geotrust", Self.body("email"))
            let body = try await api.messages().first?.body
            let token = try #require(body?.firstMatch(of: /control\/([a-z0-9]+)/)?.1)
            let page = try await api.open(.get, "/control/\(token)")
            #expect(page.text.contains("www.example.org"))
            try await api.work()
            let before = try await api.send(.get, Self.order).json["status"] as? String
            #expect(before == "pending")
            let done = try await api.open(.post, "/control/\(token)")
            #expect(done.status == 200)
            try await api.work()
            #expect(try await api.send(.get, Self.order).json["status"] as? String == "issued")
            let gone = try await api.open(.get, "/control/\(token)")
            #expect(gone.status == 404)
        }
    }

    @Test("a chosen mailbox above the name may decide, one elsewhere may not")
    func mailboxes() async throws {
        try await RunningAPI.run { api in
            func placed(_ email: String) async throws -> Exchange {
                let emails: [[String: Any]] = [["dns_name": "www.example.org", "email": email]]
                let change: [String: Any] = [
                    "certificate.common_name": "www.example.org", "organization": NSNull(),
                    "dcv_emails": emails,
                ]
                return try await api.send(
                    .post, "/order/certificate/ssl_dv_geotrust", SampleBody.order(change))
            }
            let refused = try await placed("admin@example.net")
            #expect(try refused.errorCode == "invalid_value:dcv_emails.email")
            #expect(try await placed("admin@example.org").status == 201)
            #expect(try await api.messages().map(\.recipient) == ["admin@example.org"])
        }
    }

    @Test("those who may approve an EV order are written to, as are the account's users")
    func approvers() async throws {
        try await RunningAPI.run { api in
            let boss = [
                "contact_type": "ev_approver", "first_name": "Bo", "last_name": "Boss",
                "email": "Boss@example.net",
            ]
            _ = try await api.send(
                .post, "/order/certificate/ssl_ev_basic",
                SampleBody.order([
                    "certificate.common_name": "www.example.org", "organization.contacts": [boss],
                ]))
            _ = try await api.send(
                .put, "/organization/1/contact",
                """
                {"contacts":[{"contact_type":"technical_contact","first_name":"Tess",\
                "last_name":"Tech","email":"tess@example.com","telephone":"1"}]}
                """)
            let (user, _) = try await api.installation.addUser(.standardUser)
            let other = try await api.send(.get, "/user/\(user)").json["email"] as? String
            let email = try #require(other)
            let asked = ["boss@example.net", "admin@example.com", "tess@example.com", email]
            func send(_ emails: [String]) async throws -> Exchange {
                try await api.send(
                    .put, Self.order + "/order-approval/resend-emails",
                    try SampleBody.json(["emails": emails]))
            }
            #expect(try await send(asked).status == 204)
            #expect(try await api.messages().suffix(4).map(\.recipient) == asked)
            #expect(try await send(["min@example.com"]).errorCode == "invalid_value:emails")
            _ = try await api.send(.delete, "/user/\(user)")
            #expect(try await send([email]).errorCode == "invalid_value:emails")
        }
    }

    @Test("an EV order's contacts are written to again, strangers are not")
    func approval() async throws {
        try await RunningAPI.run { api in
            var transcript = Transcript("order-approval")
            let path = Self.order + "/order-approval/resend-emails"
            _ = try await api.send(
                .post, "/order/certificate/ssl_ev_basic",
                SampleBody.order(["certificate.common_name": "www.example.org"]))
            _ = try await api.send(
                .put, Self.order + "/contact",
                """
                {"contacts":[{"contact_type":"organization_contact","first_name":"A",\
                "last_name":"B","email":"ada@example.com","telephone":"1"}]}
                """)
            transcript.note(
                try await api.send(.put, path, #"{"emails":["eve@example.net"]}"#), "a stranger")
            transcript.note(
                try await api.send(.put, path, #"{"emails":["ada@example.com"]}"#), "a contact")
            #expect(try await api.messages().last?.recipient == "ada@example.com")
            _ = try await api.send(.post, "/order/certificate/ssl_basic", SampleBody.order())
            transcript.note(
                try await api.send(
                    .put, "/order/certificate/2/order-approval/resend-emails",
                    #"{"emails":["ada@example.com"]}"#), "an OV order")
            try transcript.check()
        }
    }
}

extension RunningAPI {
    /// The messages that have not left, oldest first.
    func messages() async throws -> [Message] {
        try await installation.registry.database.read { try $0.waitingMessages(max: 100) }
    }
}
