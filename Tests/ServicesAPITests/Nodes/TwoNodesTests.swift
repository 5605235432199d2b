import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Logging
import NIOCore
import OrderCore
import Registration
import Server
import Storage
import TestKit
import Testing
import Web

/// Two servers of one installation, each with connections of its own to one PostgreSQL.
@Suite(.enabled(if: Engine.isPostgresMeant))
struct TwoNodesTests {
    struct Node: Sendable {
        let api: RunningAPI
        let registry: Registry
        let exchange: LimitExchange

        var worker: IssuanceWorker {
            IssuanceWorker(
                registry: registry, logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
        }
    }

    private func withNodes(
        limits: [RateLimiter.Window] = [],
        _ body: @escaping @Sendable (SampleInstallation, Node, Node) async throws -> Void
    ) async throws {
        let installation = try await SampleInstallation(on: .postgres)
        let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
        let registries = [installation.registry, try installation.anotherNode()]
        let servers = registries.map { WebServer(registry: $0, limits: limits) }
        let applications = servers.map { Application(router: $0.router, logger: logger) }
        let exchanges = zip(servers, registries).map {
            LimitExchange(limiter: $0.limiter, desk: CountDesk(registry: $1))
        }
        try await applications[0].test(.router) { first in
            try await applications[1].test(.router) { second in
                try await body(
                    installation,
                    Node(
                        api: RunningAPI(installation: installation, client: first),
                        registry: registries[0], exchange: exchanges[0]),
                    Node(
                        api: RunningAPI(installation: installation, client: second),
                        registry: registries[1], exchange: exchanges[1]))
            }
        }
        for registry in registries { try await registry.database.close() }
    }

    @Test("what one node has answered, the other knows")
    func visibility() async throws {
        try await withNodes { _, first, second in
            for (one, other) in [(first, second), (second, first)] {
                let placed = try await one.api.send(
                    .post, "/order/certificate/ssl_plus", SampleBody.order())
                let id = try #require(try placed.json["id"] as? Int)
                let seen = try await other.api.send(.get, "/order/certificate/\(id)")
                #expect(seen.status == 200)
                #expect(try seen.json["status"] as? String == "issued")
            }
        }
    }

    @Test("many orders at once on both nodes are all placed, each with a number of its own")
    func concurrency() async throws {
        try await withNodes { _, first, second in
            let ids = try await withThrowingTaskGroup(of: Int.self) { group in
                for number in 0..<40 {
                    let node = number.isMultiple(of: 2) ? first : second
                    group.addTask {
                        let placed = try await node.api.send(
                            .post, "/order/certificate/ssl_plus", SampleBody.order())
                        #expect(placed.status == 201)
                        return try #require(try placed.json["id"] as? Int)
                    }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(Set(ids).count == 40)
        }
    }

    @Test("a POST that is sent to both nodes under one name is carried out once")
    func repeats() async throws {
        try await withNodes { _, first, second in
            for round in 0..<5 {
                async let one = first.api.send(
                    .post, "/order/certificate/ssl_plus", SampleBody.order(),
                    idempotencyKey: "round \(round)")
                async let other = second.api.send(
                    .post, "/order/certificate/ssl_plus", SampleBody.order(),
                    idempotencyKey: "round \(round)")
                let answers = try await [one, other]
                #expect(answers.map(\.status) == [201, 201])
                #expect(answers[0].body == answers[1].body)
            }
            let list = try await first.api.send(.get, "/order/certificate")
            #expect(try (list.json["page"] as? [String: Any])?["total"] as? Int == 5)
        }
    }

    @Test("of two who decide a request on two nodes, one does")
    func decision() async throws {
        try await withNodes { _, first, second in
            for _ in 0..<5 {
                let placed = try await first.api.send(
                    .post, "/order/certificate/ssl_plus",
                    SampleBody.order(["skip_approval": false]))
                let requests = try #require(try placed.json["requests"] as? [[String: Any]])
                let id = try #require(requests.first?["id"] as? Int)
                let path = "/request/\(id)/status"
                async let yes = first.api.send(.put, path, #"{"status": "approved"}"#)
                async let no = second.api.send(.put, path, #"{"status": "rejected"}"#)
                let answers = try await [yes, no]
                #expect(answers.map(\.status).sorted() == [204, 400])
                let loser = try #require(answers.first { $0.status == 400 })
                #expect(try loser.errorCode == "request_already_processed")
            }
        }
    }

    @Test("limits hold over both nodes, once they have told each other")
    func limits() async throws {
        let window = RateLimiter.Window(requestsMax: 10, seconds: 5)
        try await withNodes(limits: [window]) { installation, first, second in
            for _ in 0..<6 {
                #expect(try await first.api.send(.get, "/user/me").status == 200)
            }
            try await first.exchange.runOnce()
            try await second.exchange.runOnce()
            for _ in 0..<4 {
                #expect(try await second.api.send(.get, "/user/me").status == 200)
            }
            #expect(try await second.api.send(.get, "/user/me").status == 429)
            try await second.exchange.runOnce()
            try await first.exchange.runOnce()
            #expect(try await first.api.send(.get, "/user/me").status == 429)
            installation.clock.advance(seconds: 7)
            #expect(try await first.api.send(.get, "/user/me").status == 200)
            #expect(try await second.api.send(.get, "/user/me").status == 200)
            try await first.exchange.sweep()
        }
    }

    @Test("waiting work is done once, whichever of the nodes takes it")
    func work() async throws {
        try await withNodes { installation, first, second in
            try await Self.placeWaiting(40, first)
            async let one = first.worker.runOnce()
            async let other = second.worker.runOnce()
            let claimed = try await [one, other]
            var rest = 0
            while case let more = try await first.worker.runOnce(), more > 0 { rest += more }
            #expect(claimed.reduce(rest, +) == 40)
            #expect(try await Self.statuses(second) == ["issued": 40])
        }
    }

    @Test("what a node has claimed that died is done by the other when the lease ends")
    func takeover() async throws {
        try await withNodes { installation, first, second in
            try await Self.placeWaiting(3, first)
            let now = installation.clock.wall.now
            let claimed = try await first.registry.database.write { try $0.claimEffects(at: now) }
            #expect(claimed.count == 3)
            try await first.registry.database.close()
            #expect(try await second.worker.runOnce() == 0)
            installation.clock.advance(seconds: Effect.leaseSeconds + 1)
            #expect(try await second.worker.runOnce() == 3)
            #expect(try await Self.statuses(second) == ["issued": 3])
        }
    }

    /// Orders for a name without proof, which then is proved: their work is due.
    private static func placeWaiting(_ count: Int, _ node: Node) async throws {
        for _ in 0..<count {
            let placed = try await node.api.send(
                .post, "/order/certificate/ssl_plus",
                SampleBody.order(["certificate.common_name": "www.other.org"]))
            #expect(placed.status == 201)
        }
        let own = try await node.registry.database.read { try $0.ownAccount().id }
        _ = try await DomainDesk(registry: node.registry).validate("other.org", of: own)
    }

    private static func statuses(_ node: Node) async throws -> [String: Int] {
        let list = try await node.api.send(.get, "/order/certificate")
        let orders = try #require(try list.json["orders"] as? [[String: Any]])
        return orders.reduce(into: [:]) { $0[$1["status"] as? String ?? "", default: 0] += 1 }
    }
}
