package import Foundation

/// What an order of one product costs that lasts so many years.
package struct Price: Equatable, Sendable {
    package let product: Product
    package let years: Int
    package let cost: Money
    /// For each name beyond the first, and for each wildcard beyond the first name.
    package let name: Money
    package let wildcard: Money

    package init(product: Product, years: Int, cost: Money, name: Money, wildcard: Money) {
        self.product = product
        self.years = years
        self.cost = cost
        self.name = name
        self.wildcard = wildcard
    }

    package static let yearsMax = Product.orderYearsMax
}

/// The prices of an account. What is not in it costs nothing: a new installation's list is empty.
package struct PriceList: Equatable, Sendable {
    package let prices: [Price]

    package init(_ prices: [Price]) {
        self.prices = prices
    }

    package func prices(of product: Product) -> [Price] {
        prices.filter { $0.product == product }.sorted { $0.years < $1.years }
    }

    /// What an order costs: the price of the shortest listed time that covers it. An order longer
    /// than any listed time costs the longest one in proportion, rounded up.
    package func quote(_ product: Product, years: Int, names: PurchasedNames) -> Quote {
        let listed = prices(of: product)
        guard let longest = listed.last else { return Quote(base: .zero, names: names) }
        if let price = listed.first(where: { $0.years >= years }) {
            return Quote(price, names: names)
        }
        func scaled(_ money: Money) -> Money {
            let hundredths = (money.cents * years + longest.years - 1) / longest.years
            return Money(cents: hundredths)
        }
        return Quote(
            Price(
                product: product, years: years, cost: scaled(longest.cost),
                name: scaled(longest.name), wildcard: scaled(longest.wildcard)), names: names)
    }
}

/// What one order costs, taken apart.
package struct Quote: Equatable, Sendable {
    package let base: Money
    package let names: PurchasedNames
    package let nameTotal: Money
    package let wildcardTotal: Money

    package var total: Money { base + nameTotal + wildcardTotal }

    init(base: Money, names: PurchasedNames) {
        self.base = base
        self.names = names
        nameTotal = .zero
        wildcardTotal = .zero
    }

    init(_ price: Price, names: PurchasedNames) {
        base = price.cost
        self.names = names
        nameTotal = price.name * names.dns
        wildcardTotal = price.wildcard * names.wildcard
    }
}

extension OrderLength {
    /// The years begun by an order that starts at `now`: what prices, vouchers and units count.
    package func yearsBegun(from now: Date) -> Int {
        switch self {
        case .years(let years): years
        case .days(let days): max(1, (days + Self.yearDaysMax - 1) / Self.yearDaysMax)
        case .until:
            max(1, (Span.days(from: now, to: end(from: now)) + 365) / Self.yearDaysMax)
        }
    }

    /// A year that holds a leap day is one year, not two.
    private static let yearDaysMax = 366
}
