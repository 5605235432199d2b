import Foundation
import HTTPTypes
import OrderCore
import Registration
import Storage
import TestKit
import Testing

/// Orders that wait for the owner of a mailbox, and for a key.
@Suite("Mailboxes and keys over HTTP")
struct MailboxTranscripts {
    private static let order = "/order/certificate/1"

    @Test("a mailbox is confirmed with the token that was mailed, then the key is supplied")
    func confirmation() async throws {
        try await RunningAPI.run { api in
            var transcript = Transcript("email-validation")
            let body = try SampleBody.order([
                "certificate.common_name": "Ada Lovelace", "certificate.csr": NSNull(),
                "certificate.emails": ["ada@example.com", "ada@example.org"],
            ])
            transcript.note(
                try await api.send(.post, "/order/certificate/client_premium", body), "placed")
            transcript.note(
                try await api.send(.get, Self.order + "/email-validation"), "one is outstanding")
            let message = try #require(try await api.messages().first)
            #expect(message.recipient == "ada@example.org")
            let token = try #require(message.body.firstMatch(of: /control\/([a-z0-9]+)/)?.1)
            let path = "/email-validation/\(token)"
            transcript.note(try await api.send(.put, path, "{}"), "no address")
            transcript.note(
                try await api.send(.put, path, #"{"email":"ada@example.com"}"#), "another's")
            transcript.note(
                try await api.send(.put, path + "?email=ada@example.org"), "confirmed")
            transcript.note(
                try await api.send(.get, Self.order + "/email-validation"), "none is outstanding")
            try await api.work()
            transcript.note(try await api.send(.get, Self.order), "the key is outstanding")
            transcript.note(try await api.send(.post, Self.order + "/csr", "{}"), "none given")
            let csr = try SampleBody.json(["csr": SampleCSR.rsa])
            transcript.note(try await api.send(.post, Self.order + "/csr", csr), "the key is here")
            #expect(try await api.send(.get, Self.order).json["status"] as? String == "issued")
            transcript.note(try await api.send(.post, Self.order + "/csr", csr), "once more")
            try transcript.check()
        }
    }

    @Test("the page behind the mail confirms as well, and a sandbox asks nobody")
    func page() async throws {
        let body = try SampleBody.order([
            "certificate.common_name": "Ada Lovelace", "certificate.emails": ["ada@example.org"],
        ])
        try await RunningAPI.run { api in
            _ = try await api.send(.post, "/order/certificate/client_premium", body)
            let message = try #require(try await api.messages().first)
            let token = try #require(message.body.firstMatch(of: /control\/([a-z0-9]+)/)?.1)
            #expect(try await api.open(.get, "/control/\(token)").text.contains("ada@example.org"))
            #expect(try await api.open(.post, "/control/\(token)").status == 200)
            try await api.work()
            #expect(try await api.send(.get, Self.order).json["status"] as? String == "issued")
        }
        try await RunningAPI.run(steps: .sandbox) { api in
            let placed = try await api.send(.post, "/order/certificate/client_premium", body)
            #expect(try placed.json["certificate_chain"] != nil)
            let mailboxes = try await api.send(.get, Self.order + "/email-validation")
            let rows = try mailboxes.json["emails"] as? [[String: Any]]
            #expect(rows?.map { $0["status"] as? String } == ["validated"])
            #expect(try await api.messages().isEmpty)
        }
    }
}
