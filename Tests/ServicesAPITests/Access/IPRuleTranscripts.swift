import HTTPTypes
import Hummingbird
import NIOCore
import OrderCore
import Registration
import Storage
import TestKit
import Testing

@testable import Web

@Suite("From which addresses an account is let in")
struct IPRuleTranscripts {
    @Test("rules are added, listed and deleted, and hold at once")
    func rules() async throws {
        try await RunningAPI.run { api in
            var transcript = Transcript("ip-rules")
            let user = try await api.installation.addUser(.manager)
            _ = try await api.send(.post, "/container/1/children", #"{"name":"History"}"#)
            let path = "/container/1/ip/rules"
            let office = #""ip_address":"192.0.2.1","ip_address_end":"192.0.2.9""#
            let steps: [(HTTPRequest.Method, String, String?)] = [
                (.get, path, nil),
                (.post, path, #"{\#(office),"user_id":\#(user.id),"description":"Office"}"#),
                (.post, path, #"{\#(office),"api_key_id":"2"}"#),
                (.post, path, #"{\#(office),"api_key_id":2,"user_id":2}"#),
                (.post, path, #"{\#(office),"api_key_id":77}"#),
                (.post, path, #"{\#(office),"user_id":77}"#),
                (.post, path, #"{"ip_address":"192.0.2.9","ip_address_end":"192.0.2.1"}"#),
                (.post, path, #"{"ip_address":"2001:db8::1","ip_address_end":"2001:db8::1"}"#),
                (.post, path, #"{"ip_address":"192.0.2.9"}"#),
                (.post, "/container/2/ip/rules", "{\(office)}"),
                (.post, "/container/77/ip/rules", "{\(office)}"), (.get, path, nil),
            ]
            for (method, path, body) in steps {
                transcript.note(try await api.send(method, path, body), path)
            }
            transcript.note(
                try await api.send(.get, "/user/me", key: user.apiKey), "from nobody knows where")
            for path in ["ip/rule/1", "ip/rules/2", "ip/rule/1"] {
                transcript.note(try await api.send(.delete, "/container/1/\(path)"), path)
            }
            let after = try await api.send(.get, "/user/me", key: user.apiKey)
            #expect(after.status == 200)
            try transcript.check()
        }
    }

    @Test(
        "the address is what counts, and a rule for one account is nobody else's",
        arguments: [
            ("192.0.2.1", true), ("192.0.2.9", true), ("::ffff:192.0.2.5", true),
            ("192.0.2.10", false), ("2001:db8::1", false), (nil, false),
        ] as [(String?, Bool)])
    func gate(client: String?, isAdmitted: Bool) async throws {
        let installation = try await SampleInstallation()
        let registry = installation.registry
        let key = installation.apiKey
        let keys = KeyDesk(
            database: registry.database, clock: registry.clock, tokens: registry.tokens)
        let gate = Gate(
            keys: keys, limiter: RateLimiter([], reach: .oneNode), uses: KeyUses(),
            clock: registry.clock)
        func admit(_ right: Right = .viewSelf) async throws -> Caller {
            try await gate.admit(Self.request(key), from: client, needs: right)
        }
        #expect(try await admit().user.id == 1)
        try await registry.database.write { tx in
            let account = try tx.rootAccount()!.id
            for first in ["192.0.2.1", "192.0.2.5"] {
                let range = IPv4Address(first)!...IPv4Address("192.0.2.9")!
                _ = try tx.insert(
                    NewIPRule(
                        accountID: account, subject: .account, range: range, description: nil,
                        createdAt: registry.clock.now))
            }
        }
        if isAdmitted {
            #expect(try await admit().user.id == 1)
        } else {
            await #expect(
                throws: Refusal(
                    .addressNotAdmitted, "The account does not let this address in.")
            ) { try await admit() }
        }
        // The command line asks nobody.
        let owners = OwnersDesk(database: registry.database, clock: registry.clock)
        #expect(try await owners.ipRules().map(\.range.lowerBound.description).count == 2)
        for rule in try await owners.ipRules() { #expect(try await owners.remove(rule.id)) }
        #expect(try await admit().user.id == 1)
    }

    private static func request(_ key: String) -> Request {
        var head = HTTPRequest(
            method: .get, scheme: "http", authority: "localhost", path: "/services/v2/user/me")
        head.headerFields[Gate.keyHeader] = key
        return Request(head: head, body: RequestBody(buffer: ByteBuffer()))
    }
}
