import Foundation
import HTTPTypes
import Logging
import OrderCore
import Registration
import Storage
import Testing
import TestKit

/// The life of an order that is looked after: placed, paid, reported, told of, renewed by itself,
/// and ended, over HTTP from its first day to the last one.
@Suite("The life of an order that renews itself")
struct KeptAliveTests {
    @Test("an order is placed, paid, reported, renewed by the worker, and expires")
    func life() async throws {
        try await RunningAPI.run { api in
            try await Self.setPrice(api, cents: 10_000, funds: 25_000)
            try await api.keepUp()

            // Placed, and paid from the balance.
            let placed = try await api.send(
                .post, "/order/certificate/ssl_plus",
                SampleBody.order([
                    "auto_renew": 1, "order_validity": ["days": 100],
                    "additional_emails": ["ops@example.com"],
                    "custom_renewal_message": "Call Ada first.",
                ]))
            #expect(placed.status == 201)
            let first = try placed.json["id"] as! Int
            let details = try await api.send(.get, "/order/certificate/\(first)").json
            let receipt = try await api.send(.get, "/finance/receipt/\(details["receipt_id"]!)")
            #expect(try receipt.json["acct_amount"] as? String == "100.00")
            #expect(try await Self.balance(api) == "150.00")

            // Reported as ending, the nearer the sooner; told of at each stage.
            api.installation.clock.advance(days: 25)
            try await api.keepUp()
            #expect(try await Self.ending(api) == [90: 1, 60: 0, 30: 0, -7: 0])
            #expect(try await Self.subjects(api).count == 2)
            api.installation.clock.advance(days: 44)
            try await api.keepUp()
            #expect(try await Self.ending(api) == [90: 0, 60: 1, 30: 0, -7: 0])
            #expect(try await Self.subjects(api).count == 4)
            #expect(try await Self.isRenewed(api, first) == false)

            // Renewed by itself 30 days before its end, and paid again; the old one points to it.
            api.installation.clock.advance(days: 1)
            try await api.keepUp()
            let old = try await api.send(.get, "/order/certificate/\(first)").json
            #expect(old["is_renewed"] as? Bool == true)
            let second = try #require(old["renewed_by_order_id"] as? Int)
            let renewal = try await api.send(.get, "/order/certificate/\(second)").json
            #expect(renewal["status"] as? String == "issued")
            #expect(renewal["is_renewal"] as? Bool == true)
            #expect(renewal["renewed_order_id"] as? Int == first)
            #expect(renewal["order_valid_till"] as? String == "2026-06-24")
            #expect(try await Self.balance(api) == "50.00")
            try await Self.expectNobodyAsked(api)
            let found = try await api.send(.get, "/order/certificate?filters[is_renewed]=1").json
            #expect((found["orders"] as? [[String: Any]])?.map { $0["id"] as? Int } == [first])
            let told = try await Self.subjects(api).count

            // Its time is up. Of a renewed order nobody is told any more.
            api.installation.clock.advance(days: 31)
            try await api.keepUp()
            let ended = try await api.send(.get, "/order/certificate/\(first)").json
            #expect(ended["status"] as? String == "expired")
            #expect(try await Self.ending(api) == [90: 1, 60: 0, 30: 0, -7: 1])
            #expect(
                try await Self.subjects(api).filter { $0.contains("2026-04-15") }.count == told)

            // The next renewal cannot be paid: seen, told, tried again, and done with new funds.
            api.installation.clock.advance(days: 40)
            try await api.keepUp()
            #expect(try await Self.isRenewed(api, second) == false)
            #expect(
                try await Self.subjects(api).contains(
                    "The certificate for www.example.com could not be renewed"))
            try await Self.setPrice(api, cents: 10_000, funds: 5_000)
            api.installation.clock.advance(days: 1)
            try await api.keepUp()
            #expect(try await Self.isRenewed(api, second) == true)
            #expect(try await Self.balance(api) == "0.00")
        }
    }

    /// Nobody made the request of the renewal, though it is in somebody's name.
    private static func expectNobodyAsked(_ api: RunningAPI) async throws {
        let listed = try await api.send(.get, "/request").json["requests"] as? [[String: Any]]
        #expect(listed?.map { $0["requester"] == nil } == [false, true])
        let info = try await api.send(.get, "/request/2").json
        #expect((info["requester"] as? [String: Any])?["id"] as? Int == 1)
    }

    private static func setPrice(_ api: RunningAPI, cents: Int, funds: Int) async throws {
        let owners = OwnersDesk(
            database: api.installation.registry.database, clock: api.installation.clock.wall)
        try await owners.set(
            Price(
                product: ProductCatalog.product("ssl_plus")!, years: 1, cost: Money(cents: cents),
                name: .zero, wildcard: .zero))
        _ = try await owners.changeBalance(by: Money(cents: funds))
    }

    private static func balance(_ api: RunningAPI) async throws -> String? {
        try await api.send(.get, "/finance/balance").json["balance"] as? String
    }

    private static func isRenewed(_ api: RunningAPI, _ order: Int) async throws -> Bool? {
        try await api.send(.get, "/order/certificate/\(order)").json["is_renewed"] as? Bool
    }

    /// The report of what ends, by its days.
    private static func ending(_ api: RunningAPI) async throws -> [Int: Int] {
        let report = try await api.send(.get, "/report/order/expiring").json
        let spans = report["expiring_orders"] as? [[String: Int]] ?? []
        return Dictionary(
            uniqueKeysWithValues: spans.map { ($0["days_expiring"]!, $0["order_count"]!) })
    }

    private static func subjects(_ api: RunningAPI) async throws -> [String] {
        try await api.installation.registry.database.read {
            try $0.waitingMessages(max: 100).map(\.subject)
        }
    }
}

extension RunningAPI {
    /// Renewals, reissues and notices, until nothing is due.
    fileprivate func keepUp() async throws {
        let worker = UpkeepWorker(
            registry: installation.registry, noticeDays: .standard,
            logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
        while try await worker.runOnce() > 0 {}
    }
}
