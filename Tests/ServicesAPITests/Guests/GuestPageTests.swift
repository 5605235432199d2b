import Foundation
import HTTPTypes
import OrderCore
import Registration
import Storage
import TestKit
import Testing
import Web

/// People without a user of the account, in front of its guest pages.
@Suite("Guest pages")
struct GuestPageTests {
    private static let order = "/order/certificate/1"
    private static let email = "ops@example.com"

    /// An order that admits guests, one that does not, and the door of the account.
    private static func prepare(_ api: RunningAPI) async throws -> String {
        let address = try await GuestDesk(registry: api.installation.registry).open(1)
        for number in 1...2 {
            _ = try await api.send(
                .post, "/order/certificate/ssl_plus",
                try SampleBody.order(["additional_emails": [email]]))
            if number == 1 {
                _ = try await api.send(
                    .put, order + "/guest-access", #"{"enable_guest_access":1}"#)
            }
        }
        return String(try #require(URL(string: address)).path)
    }

    /// Asks for the first order and follows the link of the letter.
    private static func enter(_ guest: inout GuestBrowser, _ door: String) async throws -> Exchange
    {
        try await guest.ask(door, "1", email)
        let link = try #require(try await guest.links().first)
        #expect(try await guest.send(link).status == 303)
        return try await guest.open("/visiting")
    }

    @Test("a guest asks, follows the link, sees the order, and asks for more; owners decide")
    func story() async throws {
        try await RunningAPI.run { api in
            var transcript = Transcript("guest-pages")
            let door = try await Self.prepare(api)
            var guest = GuestBrowser(api)
            transcript.note(try await guest.open(door), "the door")
            let before = try await api.installation.lastAuditEntry()
            transcript.note(try await guest.ask(door, "1", "Ops@Example.com "), "asked")
            let link = try #require(try await guest.links().first)
            transcript.note(try await guest.open(link), "the link of the letter")
            transcript.note(try await guest.send(link), "opened")
            let page = try await guest.open("/visiting")
            transcript.note(page, "the order")
            let form = ("form", try #require(page.formToken))
            transcript.note(try await guest.open("/visiting/pem_nointermediate"), "downloaded")
            transcript.note(
                try await guest.send("/visiting/reissue", [form, ("csr", "no CSR")]), "no CSR")
            transcript.note(
                try await guest.send(
                    "/visiting/reissue",
                    [form, ("csr", SampleCSR.otherRSA), ("comment", "The disk <broke> & burned.")]),
                "a reissue is asked for")
            transcript.note(try await guest.open("/visiting"), "it waits")
            transcript.note(try await api.send(.get, "/request?status=pending"), "for the owners")
            transcript.note(
                try await api.send(.put, "/request/3/status", #"{"status":"approved"}"#),
                "who approve")
            transcript.note(
                try await guest.send(
                    "/visiting/revocation", [form, ("reason", "keyCompromise"), ("comment", "")]),
                "a revocation is asked for")
            transcript.note(try await guest.open("/visiting"), "issued anew, and to be revoked")
            transcript.note(try await guest.send("/visiting/end", [form]), "the visit is over")
            let letters = try await api.messages().map { "\($0.recipient): \($0.subject)" }
            #expect(
                letters == [
                    "ops@example.com: Your certificate orders",
                    "admin@example.com: A guest asks for a reissue of order 1",
                    "ops@example.com: The certificate for www.example.com was reissued",
                    "admin@example.com: A guest asks for a revocation of order 1",
                ])
            try transcript.check()
            let log = try await api.installation.auditLines(after: before)
            try Transcript.check(log.joined(separator: "\n"), "guests.audit.txt")
        }
    }

    @Test("whether there is such an order, the page does not tell")
    func silence() async throws {
        try await RunningAPI.run { api in
            let door = try await Self.prepare(api)
            var guest = GuestBrowser(api)
            let right = try await guest.ask(door, "1", Self.email)
            #expect(try await api.messages().count == 1)
            for (subject, email) in [
                ("2", Self.email), ("3", Self.email), ("1", "eve@example.com"),
                ("nobody.example.com", Self.email), ("99999999999999999999", Self.email),
                ("-1", Self.email), ("%", Self.email),
            ] {
                let wrong = try await guest.ask(door, subject, email)
                #expect(wrong.transcript == right.transcript, "\(subject) \(email)")
            }
            #expect(try await api.messages().count == 1)
            let stranger = try await guest.ask("/guest/0123", "1", Self.email)
            #expect(stranger.status == 404)
            #expect(try await guest.open("/guest/0123").status == 404)
        }
    }

    @Test("a name finds the orders that admit guests, and the newest come first")
    func names() async throws {
        try await RunningAPI.run { api in
            let door = try await Self.prepare(api)
            var guest = GuestBrowser(api)
            try await guest.ask(door, " WWW.example.com", "admin@example.com")
            #expect(try await guest.links().count == 1)
            _ = try await api.send(
                .put, "/order/certificate/2/guest-access", #"{"enable_guest_access":1}"#)
            try await guest.ask(door, "www.example.com", Self.email)
            let body = try #require(try await api.messages().last?.body)
            let orders = body.matches(of: /Order (\d+) for www.example.com/).map { String($0.1) }
            #expect(orders == ["2", "1"])
        }
    }

    @Test("a link opens once and for an hour, a visit lasts an hour")
    func ends() async throws {
        try await RunningAPI.run { api in
            let door = try await Self.prepare(api)
            var guest = GuestBrowser(api)
            try await guest.ask(door, "1", Self.email)
            let link = try #require(try await guest.links().first)
            _ = try await guest.open(link)
            #expect(try await guest.send(link).status == 303)
            var thief = GuestBrowser(api)
            #expect(try await thief.send(link).status == 404)
            #expect(try await thief.open(link).status == 404)
            #expect(try await thief.open("/visiting").status == 404)
            api.installation.clock.advance(seconds: 3599)
            #expect(try await guest.open("/visiting").status == 200)
            api.installation.clock.advance(seconds: 1)
            #expect(try await guest.open("/visiting").status == 404)
            try await guest.ask(door, "1", Self.email)
            let late = try #require(try await guest.links().first)
            api.installation.clock.advance(seconds: 3600)
            #expect(try await guest.open(late).status == 404)
            #expect(try await guest.send(late).status == 404)
        }
    }

    @Test(
        "a visit ends when the order or the account admits guests no more",
        arguments: ["order", "account", "address"])
    func shut(by what: String) async throws {
        try await RunningAPI.run { api in
            let door = try await Self.prepare(api)
            var guest = GuestBrowser(api)
            #expect(try await Self.enter(&guest, door).status == 200)
            switch what {
            case "order":
                _ = try await api.send(
                    .put, Self.order + "/guest-access", #"{"enable_guest_access":0}"#)
            case "account": try await GuestDesk(registry: api.installation.registry).close(1)
            default:
                _ = try await api.send(
                    .put, Self.order + "/additional-emails",
                    #"{"additional_emails":["other@example.com"]}"#)
            }
            #expect(try await guest.open("/visiting").status == 404)
            #expect(try await guest.open("/visiting/pem_all").status == 404)
        }
    }

    @Test("forms of other sites change nothing")
    func forgery() async throws {
        try await RunningAPI.run { api in
            let door = try await Self.prepare(api)
            var guest = GuestBrowser(api)
            let page = try await Self.enter(&guest, door)
            let form = try #require(page.formToken)
            let before = try await api.send(.get, Self.order).text
            for token in ["", "0", String(form.reversed())] {
                for deed in ["reissue", "revocation", "end"] {
                    let sent = try await guest.send(
                        "/visiting/\(deed)",
                        [("form", token), ("csr", SampleCSR.otherRSA), ("reason", "unspecified")])
                    #expect(sent.status == 404, "\(deed)")
                }
            }
            #expect(try await guest.open("/visiting/pem_all").status == 200)
            #expect(try await api.send(.get, Self.order).text == before)
        }
    }

    @Test("letters and questions are counted")
    func limits() async throws {
        try await RunningAPI.run { api in
            let door = try await Self.prepare(api)
            var guest = GuestBrowser(api)
            for _ in 0..<GuestQuestionDesk.lettersMax + 2 {
                try await guest.ask(door, "1", Self.email)
            }
            #expect(try await api.messages().count == GuestQuestionDesk.lettersMax)
            for _ in 0..<20 { _ = try await guest.ask(door, "2", Self.email) }
            let refused = try await guest.ask(door, "1", "admin@example.com")
            #expect(refused.status == 429)
            #expect(refused.headers[.retryAfter] == "600")
            api.installation.clock.advance(seconds: 3600)
            try await guest.ask(door, "1", Self.email)
            #expect(try await api.messages().count == GuestQuestionDesk.lettersMax + 1)
        }
    }

    @Test("addresses count by themselves, those of one IPv6 network together, doors in all")
    func visitors() {
        let limit = VisitorLimit(addressMax: 2, doorMax: 5, seconds: 10)
        let noon = Date(timeIntervalSince1970: 1000)
        func admits(_ address: String, _ door: String = "a", _ seconds: Double = 0) -> Bool {
            limit.admits(address, at: door, now: noon.addingTimeInterval(seconds))
        }
        #expect(
            [admits("10.0.0.1"), admits("10.0.0.1"), admits("10.0.0.1")] == [true, true, false])
        #expect([admits("2001:db8:1:2:3::4"), admits("2001:db8:1:2:9::5")] == [true, true])
        #expect(!admits("2001:db8:1:2::6"))
        // The same network in its short form, and in another's clothes.
        #expect(!admits("::ffff:10.0.0.1"))
        #expect([admits("10.0.0.2"), admits("10.0.0.3")] == [true, false])
        #expect(admits("10.0.0.3", "b"))
        #expect(admits("10.0.0.1", "a", 10))
    }
}
