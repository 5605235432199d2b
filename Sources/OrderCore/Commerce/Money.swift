/// An amount in hundredths of its currency: money is counted, not measured.
package struct Money: Equatable, Comparable, Sendable {
    package var cents: Int

    package static let zero = Money(cents: 0)
    /// Ten thousand million: beyond it an amount is a slip of the keyboard.
    package static let centsMax = 1_000_000_000_000

    package init(cents: Int) {
        self.cents = cents
    }

    /// Nearest hundredth; `nil` for what is no amount or beyond ``centsMax``.
    package init?(_ amount: Double) {
        guard amount.isFinite, abs(amount) * 100 <= Double(Self.centsMax) else { return nil }
        cents = Int((amount * 100).rounded())
    }

    package var amount: Double { Double(cents) / 100 }

    /// With two decimals: `454.00`, `-1000.70`.
    package var text: String {
        let hundredths = String(abs(cents) % 100)
        let sign = cents < 0 ? "-" : ""
        let fraction = hundredths.count < 2 ? "0" + hundredths : hundredths
        return "\(sign)\(abs(cents) / 100).\(fraction)"
    }

    package static func < (one: Money, other: Money) -> Bool { one.cents < other.cents }

    package static func + (one: Money, other: Money) -> Money {
        Money(cents: one.cents + other.cents)
    }

    package static func - (one: Money, other: Money) -> Money {
        Money(cents: one.cents - other.cents)
    }

    package static func * (one: Money, count: Int) -> Money { Money(cents: one.cents * count) }
}
