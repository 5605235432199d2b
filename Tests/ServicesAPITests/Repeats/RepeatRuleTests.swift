import Foundation
import HTTPTypes
import OrderCore
import Registration
import Storage
import TestKit
import Testing

@Suite("The rules of Idempotency-Key")
struct RepeatRuleTests {
    private static let place = "/order/certificate/ssl_plus"

    @Test("the same key with another body, or on another path, is refused")
    func reuse() async throws {
        try await RunningAPI.run { api in
            var transcript = Transcript("idempotency-key")
            let body = try SampleBody.order()
            transcript.note(
                try await api.send(.post, Self.place, body, idempotencyKey: "a-1"),
                "an order with a key")
            transcript.note(
                try await api.send(.post, Self.place, body, idempotencyKey: "\"a-1\""),
                "sent again, the key in quotes")
            let other = try SampleBody.order(["comments": "another"])
            transcript.note(
                try await api.send(.post, Self.place, other, idempotencyKey: "a-1"),
                "another body")
            transcript.note(
                try await api.send(
                    .post, "/order/certificate/ssl_basic", body, idempotencyKey: "a-1"),
                "another path")
            transcript.note(
                try await api.send(.post, Self.place, body, idempotencyKey: "ä"), "no good key")
            try transcript.check()
            #expect(try await Self.orderIDs(api) == [1])
        }
    }

    @Test("keys of 1 to 255 printable characters are taken")
    func names() async throws {
        try await RunningAPI.run { api in
            let body = try SampleBody.order()
            let bad = ["", "\"\"", String(repeating: "k", count: 256), "tab\tinside", "\"open"]
            for name in bad {
                let answer = try await api.send(.post, Self.place, body, idempotencyKey: name)
                #expect(answer.status == 400, "\(name)")
                #expect(try answer.errorCode == "invalid_value:Idempotency-Key")
            }
            #expect(try await Self.orderIDs(api) == [])
            for name in ["k", String(repeating: "k", count: 255), "with, comma and \"quotes"] {
                let answer = try await api.send(.post, Self.place, body, idempotencyKey: name)
                #expect(answer.status == 201, "\(name)")
            }
            #expect(try await Self.orderIDs(api) == [1, 2, 3])
        }
    }

    @Test("of several keys in one request, none is taken; the same one twice is one")
    func several() async throws {
        try await RunningAPI.run { api in
            let body = Array(try SampleBody.order().utf8)
            for (second, status) in [("b", 400), ("a", 201)] {
                var headers: HTTPFields = [
                    .contentType: "application/json",
                    .init("X-DC-DEVKEY")!: api.installation.apiKey,
                ]
                headers[values: .init("Idempotency-Key")!] = ["a", second]
                let answer = try await api.open(
                    .post, "/services/v2" + Self.place, headers, body: body)
                #expect(answer.status == status)
                if status == 400 {
                    #expect(try answer.errorCode == "invalid_value:Idempotency-Key")
                }
            }
            #expect(try await Self.orderIDs(api) == [1])
        }
    }

    @Test("each API key has its own")
    func owners() async throws {
        try await RunningAPI.run { api in
            let other = try await api.installation.keys.create(name: "other", role: .unrestricted)
            let body = try SampleBody.order()
            for key in [api.installation.apiKey, other.key, api.installation.apiKey, other.key] {
                let answer = try await api.send(
                    .post, Self.place, body, key: key, idempotencyKey: "once")
                #expect(answer.status == 201)
            }
            #expect(try await Self.orderIDs(api) == [1, 2])
        }
    }

    @Test("what was refused keeps nothing: the request may be mended under the same key")
    func refusals() async throws {
        try await RunningAPI.run { api in
            let bad = try SampleBody.order(["order_validity": ["years": 99]])
            let refused = try await api.send(.post, Self.place, bad, idempotencyKey: "once")
            #expect(refused.status == 400)
            let good = try SampleBody.order()
            let placed = try await api.send(.post, Self.place, good, idempotencyKey: "once")
            #expect(placed.status == 201)
        }
    }

    @Test("without a key, and with one on another method, nothing is kept")
    func others() async throws {
        try await RunningAPI.run { api in
            let body = try SampleBody.order(["skip_approval": false])
            for _ in 1...2 { _ = try await api.send(.post, Self.place, body) }
            #expect(try await Self.orderIDs(api) == [1, 2])
            for status in [204, 400] {
                let answer = try await api.send(
                    .put, "/request/1/status", #"{"status":"approved"}"#, idempotencyKey: "once")
                #expect(answer.status == status)
            }
            #expect(try await Self.keptCount(api) == 0)
        }
    }

    @Test("a day later the key is free, and the answer swept away")
    func age() async throws {
        try await RunningAPI.run { api in
            let body = try SampleBody.order()
            func place(_ name: String) async throws {
                _ = try await api.send(.post, Self.place, body, idempotencyKey: name)
            }
            let desk = RepeatDesk(registry: api.installation.registry)
            try await place("a")
            try await place("b")
            api.installation.clock.advance(seconds: 86_400)
            try await place("a")
            #expect(try await Self.orderIDs(api) == [1, 2])
            #expect(try await desk.sweep() == 0)
            api.installation.clock.advance(seconds: 0.001)
            try await place("a")
            try await place("a")
            #expect(try await Self.orderIDs(api) == [1, 2, 3])
            #expect(try await Self.keptCount(api) == 2)
            #expect(try await desk.sweep() == 1)
            #expect(try await desk.sweep() == 0)
            #expect(try await Self.keptCount(api) == 1)
            try await place("b")
            #expect(try await Self.orderIDs(api) == [1, 2, 3, 4])
        }
    }

    @Test("the store does not show what was answered")
    func sealing() async throws {
        try await RunningAPI.run { api in
            let post = try #require(PostCase.all.first { $0.template == "/account" })
            let answer = try await post.send(api, as: "once")
            let kept = try await api.installation.registry.database.read { tx in
                try tx.rows("SELECT a.answer FROM kept_answers a", []) { $0.bytes() }
            }
            let sealed = try #require(kept.first)
            #expect(kept.count == 1)
            #expect(sealed.count > answer.text.utf8.count)
            #expect(sealed.firstRange(of: Array("api_key".utf8)) == nil)
        }
    }

    private static func orderIDs(_ api: RunningAPI) async throws -> [Int] {
        let list = try await api.send(.get, "/order/certificate")
        return (try list.json["orders"] as? [[String: Any]] ?? []).compactMap { $0["id"] as? Int }
    }

    private static func keptCount(_ api: RunningAPI) async throws -> Int {
        try await api.installation.registry.database.read { tx in
            try tx.rows("SELECT count(*) FROM kept_answers", []) { $0.int() }[0]
        }
    }
}
