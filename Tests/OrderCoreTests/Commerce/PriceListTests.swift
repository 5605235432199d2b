import Foundation
import OrderCore
import Testing

private let noon = Date(timeIntervalSince1970: 1_767_614_400)

@Suite struct PriceListTests {
    private static let product = ProductCatalog.product("ssl_multi_domain")!
    private static let other = ProductCatalog.product("ssl_plus")!

    private static func price(_ years: Int, _ cost: Int, name: Int = 0, wildcard: Int = 0) -> Price
    {
        Price(
            product: product, years: years, cost: Money(cents: cost), name: Money(cents: name),
            wildcard: Money(cents: wildcard))
    }

    private static let list = PriceList([
        price(1, 10_000, name: 1_000, wildcard: 5_000), price(2, 18_001, name: 1_900),
    ])

    @Test(
        "an order costs the shortest listed time that covers it, a longer one its proportion",
        arguments: [(1, 10_000), (2, 18_001), (3, 27_002)])
    func cost(years: Int, cents: Int) {
        let quote = Self.list.quote(
            Self.product, years: years, names: PurchasedNames(dns: 0, wildcard: 0))
        #expect(quote.total == Money(cents: cents))
    }

    @Test("names beyond the first cost each their price")
    func names() {
        let quote = Self.list.quote(
            Self.product, years: 1, names: PurchasedNames(dns: 3, wildcard: 2))
        #expect(quote.base == Money(cents: 10_000))
        #expect(quote.nameTotal == Money(cents: 3_000))
        #expect(quote.wildcardTotal == Money(cents: 10_000))
        #expect(quote.total == Money(cents: 23_000))
    }

    @Test("what is not listed costs nothing")
    func unlisted() {
        let quote = Self.list.quote(
            Self.other, years: 1, names: PurchasedNames(dns: 3, wildcard: 0))
        #expect(quote.total == .zero)
    }

    @Test(
        "amounts are written with two decimals and rounded to them",
        arguments: [
            (454.0, "454.00"), (-1000.7, "-1000.70"), (0.005, "0.01"), (-0.05, "-0.05"),
            (0, "0.00"),
        ])
    func text(amount: Double, text: String) {
        #expect(Money(amount)?.text == text)
    }

    @Test("what is no amount is none", arguments: [Double.nan, .infinity, 1e300])
    func nonsense(amount: Double) {
        #expect(Money(amount) == nil)
    }

    @Test(
        "years are counted as they begin",
        arguments: [
            (OrderLength.years(2), 2), (.days(1), 1), (.days(366), 1), (.days(367), 2),
            (.until(noon.addingTimeInterval(365 * 86_400)), 1),
            (.until(noon.addingTimeInterval(367 * 86_400)), 2),
        ])
    func years(length: OrderLength, years: Int) {
        #expect(length.yearsBegun(from: noon) == years)
    }
}
