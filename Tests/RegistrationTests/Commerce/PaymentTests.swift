import Foundation
import OrderCore
import Registration
import Storage
import Testing
import TestKit

@Suite struct PaymentTests {
    private static let product = ProductCatalog.product("ssl_plus")!

    /// A house whose list says that a year of `ssl_plus` costs 100, and each further name 10.
    private static func priced(funds: Int = 0) async throws -> House {
        let house = try await House()
        let account = house.administrator.account.id
        try await house.store.write { tx in
            try tx.set(
                Price(
                    product: product, years: 1, cost: Money(cents: 10_000),
                    name: Money(cents: 1_000), wildcard: .zero), of: account)
            if funds > 0 {
                try tx.changeBalance(
                    of: account, by: Money(cents: funds), for: .deposit, at: StoppedClock.noon)
            }
        }
        return house
    }

    private static func balance(_ house: House) async throws -> Int {
        let account = house.administrator.account.id
        return try await house.store.read { try $0.terms(of: account).balance.cents }
    }

    private static func paid(_ house: House, _ order: ID<Order>) async throws -> [PaidReceipt] {
        try await house.store.read { try $0.receipts(of: order) }
    }

    @Test("an approved order is paid from the balance, by its price and its names")
    func charge() async throws {
        let house = try await Self.priced(funds: 25_000)
        let order = try await house.place(
            "www.example.com", ["a.example.com", "b.example.com"]
        ).order
        let receipts = try await Self.paid(house, order.id)
        #expect(receipts.map(\.cost) == [Money(cents: 12_000)])
        #expect(receipts.map(\.payment) == [.balance])
        #expect(order.receiptID == receipts[0].id)
        #expect(try await Self.balance(house) == 13_000)
    }

    @Test("an order that the balance does not cover is refused, and nothing of it is kept")
    func insufficient() async throws {
        let house = try await Self.priced(funds: 9_999)
        let before = try await house.store.dump()
        await #expect(
            throws: Refusal(
                .insufficientFunds,
                "It costs 100.00 USD, and the account has 99.99 to spend.")
        ) { try await house.place() }
        await #expect(throws: Refusal.self) { try await house.place(approval: .ask) }
        #expect(try await house.store.dump() == before)
    }

    @Test("a card is not charged here: the receipt says what is owed")
    func card() async throws {
        let house = try await Self.priced()
        let order = try await house.place { $0.settings.paymentMethod = .credit }.order
        #expect(try await Self.paid(house, order.id).map(\.payment) == [.credit])
        #expect(try await Self.balance(house) == 0)
    }

    @Test("an order that waits is paid when it is approved, and not before")
    func approval() async throws {
        let house = try await Self.priced(funds: 10_000)
        let waiting = try await house.place(approval: .ask)
        #expect(try await Self.balance(house) == 10_000)
        try await house.decide(waiting.request.id, .approved)
        #expect(try await Self.balance(house) == 0)
    }

    @Test("what was paid for an order that is canceled comes back")
    func refund() async throws {
        let house = try await Self.priced(funds: 10_000)
        let order = try await house.place(House.unproved).order
        #expect(try await Self.balance(house) == 0)
        try await house.cancel(order.id)
        #expect(try await Self.balance(house) == 10_000)
        let receipts = try await Self.paid(house, order.id)
        #expect(receipts.map(\.deal) == [.purchase, .refund])
    }

    @Test("names that a reissue adds are paid, and paid back if it comes to nothing")
    func addition() async throws {
        let house = try await Self.priced(funds: 12_000)
        let order = try await house.place().order
        let names = ["www.example.com", "more.example.com"]
        let reissue = try await house.reissue(order.id, names, approval: .ask)
        #expect(try await Self.balance(house) == 1_000)
        try await house.decide(reissue.request.id, .rejected)
        #expect(try await Self.balance(house) == 2_000)
        _ = try await house.reissue(order.id, names, approval: .ask)
        try await house.cancel(order.id)
        #expect(try await Self.balance(house) == 2_000)
    }

    @Test("a voucher pays for one order; rejected, it is good again")
    func voucher() async throws {
        let house = try await Self.priced(funds: 10_000)
        let vouchers = VoucherDesk(registry: house.registry)
        let bought = try await vouchers.buy(
            .init(
                name: "Customer", notes: nil,
                lines: [
                    .init(
                        product: Self.product, names: PurchasedNames(dns: 0, wildcard: 0),
                        length: .years(1), quantity: 1)
                ], payment: .balance), for: house.administrator)
        #expect(try await Self.balance(house) == 0)
        let code = bought.vouchers[0].code
        let waiting = try await house.place(approval: .ask) { $0.voucherCode = code }
        await #expect(
            throws: Refusal(.voucherNotUsable, "The voucher is used.")
        ) { try await house.place { $0.voucherCode = code } }
        try await house.decide(waiting.request.id, .rejected)
        let order = try await house.place { $0.voucherCode = code }.order
        #expect(try await Self.paid(house, order.id).map(\.payment) == [.voucher])
        #expect(try await Self.paid(house, order.id).map(\.cost) == [.zero])
        await #expect(
            throws: Refusal.invalid("voucher_code", "is no voucher of this account")
        ) { try await house.place { $0.voucherCode = "NOPE" } }
    }

    @Test("a subaccount with units spends one for each year, and gets them back")
    func units() async throws {
        let house = try await House()
        let child = try await house.stranger()
        let terms = SubaccountTermsDesk(registry: house.registry)
        try await terms.set(
            .init(
                currency: nil, pricing: .units, negativeLimit: nil, products: [Self.product],
                prices: []), of: child.account.id, for: house.administrator)
        let units = UnitDesk(registry: house.registry)
        let bought = try await units.buy(
            .init(unitAccountID: child.account.id, notes: nil, bundle: [(Self.product, 2)]),
            for: house.administrator)
        let organization = try await house.store.read {
            try $0.organizations(in: child.scope, ListQuery()).elements[0].id
        }
        func place(_ years: Int) async throws -> ID<Order> {
            try await house.place(for: child) {
                $0.organization = .known(organization)
                $0.length = .years(years)
            }.order.id
        }
        await #expect(
            throws: Refusal(
                .insufficientUnits,
                "The order takes 3 units of ssl_plus, and 1 of them are missing.")
        ) { try await place(3) }
        let order = try await place(2)
        func spent() async throws -> [Int] {
            try await house.store.read { try $0.unitOrder(bought)!.bundle.map(\.spent) }
        }
        #expect(try await spent() == [2])
        await #expect(throws: Refusal.self) {
            try await units.cancel(bought, for: house.administrator)
        }
        try await house.orders.cancel(order, note: nil, for: child)
        #expect(try await spent() == [0])
        try await units.cancel(bought, for: house.administrator)
        await #expect(throws: Refusal.self) { try await place(1) }
    }

    @Test("a subaccount orders only the products that it is given, at its own prices")
    func products() async throws {
        let house = try await Self.priced()
        let child = try await house.stranger()
        let terms = SubaccountTermsDesk(registry: house.registry)
        let other = ProductCatalog.product("ssl_dv_rapidssl")!
        try await terms.set(
            .init(
                currency: "EUR", pricing: .custom, negativeLimit: Money(cents: 500),
                products: [other],
                prices: [
                    Price(
                        product: other, years: 1, cost: Money(cents: 400), name: .zero,
                        wildcard: .zero)
                ]), of: child.account.id, for: house.administrator)
        await #expect(
            throws: Refusal(.productNotAllowed, "The account may not order ssl_plus.")
        ) { try await house.place(for: child) { $0.organization = .known(2) } }
        _ = try await house.place(product: "ssl_dv_rapidssl", for: child)
        await #expect(
            throws: Refusal(
                .insufficientFunds, "It costs 4.00 EUR, and the account has 1.00 to spend.")
        ) { try await house.place(product: "ssl_dv_rapidssl", for: child) }
    }

    @Test("the limits of a container are held against orders for it")
    func containerLimits() async throws {
        let house = try await House()
        let container = house.administrator.user.containerID
        try await house.store.write {
            var limit = ProductLimit(containerID: container, role: nil, product: Self.product)
            limit.orderYears = [2]
            try $0.set(limit)
        }
        await #expect(
            throws: Refusal.invalid(
                "order_validity", "comes to 1 years, one of 2 in this container")
        ) { try await house.place() }
        await #expect(
            throws: Refusal(
                .productNotAllowed,
                "The container may not order ssl_dv_rapidssl for this role.")
        ) { try await house.place(product: "ssl_dv_rapidssl") }
        #expect(try await house.place { $0.length = .years(2) }.order.state == .issued)
    }

    @Test("a wildcard that the limits forbid is named where it stands")
    func wildcards() async throws {
        let house = try await House()
        let container = house.administrator.user.containerID
        let product = "ssl_basic"
        try await house.store.write {
            var limit = ProductLimit(
                containerID: container, role: nil,
                product: try #require(ProductCatalog.product(product)))
            limit.allowsWildcards = false
            try $0.set(limit)
        }
        await #expect(
            throws: Refusal.invalid(
                "certificate.common_name",
                "is \"*.example.com\", but the container takes no wildcards")
        ) { try await house.place("*.example.com", product: product) }
        await #expect(
            throws: Refusal.invalid(
                "certificate.dns_names",
                "has \"*.example.com\", but the container takes no wildcards")
        ) { try await house.place("www.example.com", ["*.example.com"], product: product) }
    }
}
