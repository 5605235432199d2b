import Foundation
import Logging
import OrderCore
import Registration
import Storage
import Testing
import TestKit

@Suite struct UpkeepTests {
    private static func worker(_ house: House, days: [Int] = [90, 60, 30, 7, 3, -7]) -> UpkeepWorker
    {
        UpkeepWorker(
            registry: house.registry, noticeDays: NoticeDays(days)!,
            logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
    }

    /// Until there is nothing left to do.
    static func work(_ house: House, days: [Int] = [90, 60, 30, 7, 3, -7]) async throws {
        while try await worker(house, days: days).runOnce() > 0 {}
    }

    static func messages(_ house: House) async throws -> [Message] {
        try await house.store.read { try $0.waitingMessages(max: 100) }
    }

    private static func chores(_ house: House) async throws -> [Chore] {
        try await house.store.read { try $0.failedChores(max: 100) }
    }

    @Test("an order is renewed by itself 30 days before its end, once, and points to its renewal")
    func renewal() async throws {
        let house = try await House()
        let old = try await house.place("www.example.com", ["a.example.com"]) {
            $0.settings.autoRenew = true
            $0.length = .days(100)
        }.order
        house.installation.clock.advance(days: 69)
        try await Self.work(house, days: [])
        #expect(try await house.order(old.id)?.renewedBy == nil)
        house.installation.clock.advance(days: 1)
        try await Self.work(house, days: [])
        try await Self.work(house, days: [])
        let renewed = try #require(try await house.order(old.id))
        let renewalID = try #require(renewed.renewedBy)
        let renewal = try #require(try await house.order(renewalID))
        #expect(renewed.version > old.version)
        #expect(renewal.renewalOf == old.id)
        #expect(renewal.state == .issued)
        #expect(renewal.length == .days(100))
        #expect(renewal.settings.autoRenew)
        let pair = try await [house.certificates(old.id)[0], house.certificates(renewal.id)[0]]
        #expect(pair[0].content.allNames == pair[1].content.allNames)
        #expect(pair[0].content.csr == pair[1].content.csr)
        #expect(try await house.order(ID(renewal.id.rawValue + 1)) == nil)
    }

    @Test("a renewal of one who may not approve waits for those who may")
    func approval() async throws {
        let house = try await House()
        let user = try await house.caller(.standardUser)
        let waiting = try await house.place(approval: .ask, for: user) {
            $0.settings.autoRenew = true
            $0.length = .days(20)
        }
        try await house.decide(waiting.request.id, .approved)
        house.installation.clock.advance(days: 14)
        try await Self.work(house, days: [])
        let renewal = try #require(try await house.order(waiting.order.id)?.renewedBy)
        #expect(try await house.state(renewal) == .needsApproval)
        let request = try await house.store.read { try $0.requests(of: renewal)[0] }
        try await house.decide(request.id, .rejected)
        #expect(try await house.order(waiting.order.id)?.renewedBy == nil)
        // It was asked for once; whoever said no meant it.
        try await Self.work(house, days: [])
        #expect(try await house.order(waiting.order.id)?.renewedBy == nil)
    }

    @Test("a short order is renewed in its last third, and its renewal not at once")
    func short() async throws {
        let house = try await House()
        let old = try await house.place {
            $0.settings.autoRenew = true
            $0.length = .days(21)
        }.order.id
        house.installation.clock.advance(days: 13)
        try await Self.work(house, days: [])
        #expect(try await house.order(old)?.renewedBy == nil)
        house.installation.clock.advance(days: 1)
        try await Self.work(house, days: [])
        let renewal = try #require(try await house.order(old)?.renewedBy)
        #expect(try await house.order(renewal)?.renewedBy == nil)
    }

    @Test("client orders are renewed as often as they say, orders paid by card never")
    func bounds() async throws {
        let house = try await House()
        let card = try await house.place {
            $0.settings.autoRenew = true
            $0.settings.paymentMethod = .credit
            $0.length = .days(20)
        }.order.id
        let counted = try await house.place {
            $0.settings.autoRenew = true
            $0.details.renewalsLeft = 1
            $0.length = .days(20)
        }.order.id
        house.installation.clock.advance(days: 14)
        try await Self.work(house, days: [])
        #expect(try await house.order(card)?.renewedBy == nil)
        let renewal = try #require(try await house.order(counted)?.renewedBy)
        #expect(try await house.order(renewal)?.settings.autoRenew == false)
        #expect(try await house.order(renewal)?.details.renewalsLeft == nil)
    }

    @Test("a certificate is reissued by itself until its order ends")
    func reissues() async throws {
        let house = try await House()
        let order = try await house.place {
            $0.settings.autoReissue = true
            $0.length = .years(2)
        }.order.id
        var ends: [Date?] = []
        for _ in 0..<26 {
            house.installation.clock.advance(days: 30)
            // Proofs last shorter than the order.
            _ = try await house.domains.validate(
                "example.com", of: house.administrator.account.id)
            _ = try await house.organizations.validate(1, [.ov])
            try await Self.work(house, days: [])
            ends.append(try await house.certificates(order).last?.issuance?.validTill)
        }
        let distinct = Set(ends.compactMap(\.self))
        let order2 = try #require(try await house.order(order))
        #expect(order2.state == .issued)
        #expect(distinct.count == 3)
        #expect(distinct.max() == order2.term?.validTill)
    }

    @Test("what fails is tried again, seen, told once, and done when it can be")
    func failure() async throws {
        let house = try await House()
        let old = try await house.place {
            $0.settings.autoRenew = true
            $0.length = .days(20)
        }.order.id
        let account = house.administrator.account.id
        let price = Price(
            product: ProductCatalog.product("ssl_plus")!, years: 1, cost: Money(cents: 100),
            name: .zero, wildcard: .zero)
        try await house.store.write { try $0.set(price, of: account) }
        house.installation.clock.advance(days: 14)
        try await Self.work(house, days: [])
        house.installation.clock.advance(seconds: 120)
        try await Self.work(house, days: [])
        let failed = try await Self.chores(house)
        #expect(failed.map(\.attempts) == [2])
        #expect(
            failed.map(\.failure)
                == ["It costs 1.00 USD, and the account has 0.00 to spend."])
        #expect(
            try await Self.messages(house).map(\.subject)
                == ["The certificate for www.example.com could not be renewed"])
        let now = house.registry.clock.now
        _ = try await house.store.write {
            try $0.changeBalance(of: account, by: Money(cents: 100), for: .deposit, at: now)
        }
        house.installation.clock.advance(seconds: 240)
        try await Self.work(house, days: [])
        #expect(try await house.order(old)?.renewedBy != nil)
        #expect(try await Self.chores(house).isEmpty)
    }

    @Test("a node that dies at any statement leaves the renewal to be done once")
    func crashes() async throws {
        var statement = 1
        while true {
            let box = FailingBox()
            let house = try await House(wrap: { box.wrap($0) })
            let old = try await house.place {
                $0.settings.autoRenew = true
                $0.length = .days(20)
            }.order.id
            house.installation.clock.advance(days: 14)
            let database = try #require(box.database)
            database.arm(at: statement)
            // Whatever fails, the next run sees to it.
            _ = try? await Self.worker(house, days: []).runOnce()
            let hasFailed = database.disarm()
            house.installation.clock.advance(seconds: Chore.leaseSeconds + 1)
            try await Self.work(house, days: [])
            let renewals = try await house.store.read {
                try $0.rows("SELECT id FROM orders WHERE renewal_of IS NOT NULL", []) { $0.int() }
            }
            #expect(renewals.count == 1, "statement \(statement)")
            #expect(try await house.order(old)?.renewedBy != nil)
            if !hasFailed { break }
            statement += 1
        }
        #expect(statement > 5)
    }

    @Test("people are told of each stage once, with the owner's words")
    func notices() async throws {
        let house = try await House()
        try await Self.work(house)
        let order = try await house.place {
            $0.length = .days(95)
            $0.settings.additionalEmails = ["ops@example.com", "ADMIN@example.com"]
            $0.settings.customRenewalMessage = "Call Ada first."
        }.order.id
        _ = try await house.place {
            $0.length = .days(95)
            $0.settings.disableRenewalNotifications = true
        }
        for _ in 0..<110 {
            house.installation.clock.advance(days: 1)
            try await Self.work(house)
            try await Self.work(house)
        }
        let messages = try await Self.messages(house)
        let recipients = Set(messages.map(\.recipient))
        #expect(recipients == ["admin@example.com", "ops@example.com"])
        #expect(messages.count == 6 * 2)
        let first = try #require(messages.first)
        #expect(first.subject == "The certificate for www.example.com ends on 2026-04-10")
        #expect(
            first.body == """
                The certificate for www.example.com ends on 2026-04-10.

                Order: \(order)
                Product: \(ProductCatalog.product("ssl_plus")!.name)

                Renew the order to have another certificate.

                Call Ada first.
                """)
        #expect(messages.last?.subject == "The certificate for www.example.com ended on 2026-04-10")
    }

    @Test("a certificate of a few days is told of from the first notice that comes after it")
    func fewDays() async throws {
        let house = try await House()
        try await Self.work(house)
        // The sweep has not come by the ends of these days yet.
        house.installation.clock.advance(days: 15)
        _ = try await house.place { $0.length = .days(20) }
        try await Self.work(house)
        #expect(try await Self.messages(house).isEmpty)
        for _ in 0..<14 {
            house.installation.clock.advance(days: 1)
            try await Self.work(house)
        }
        #expect(try await Self.messages(house).count == 1)
    }

    @Test("after a long silence people are told the latest, and of renewed orders nothing")
    func silence() async throws {
        let house = try await House()
        try await Self.work(house)
        let old = try await house.place { $0.length = .days(95) }.order.id
        _ = try await house.place("b.example.com") { $0.length = .days(95) }
        _ = try await house.place { $0.renewalOf = old }
        house.installation.clock.advance(days: 90)
        try await Self.work(house)
        #expect(
            try await Self.messages(house).map(\.subject)
                == ["The certificate for b.example.com ends on 2026-04-10"])
    }
}

/// Keeps hold of the database that fails on demand.
final class FailingBox {
    private(set) var database: FailingDatabase?

    func wrap(_ database: any Database) -> any Database {
        let failing = FailingDatabase(database)
        self.database = failing
        return failing
    }
}
