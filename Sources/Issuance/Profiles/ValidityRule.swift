package import Foundation

/// How long certificates of a profile may last, at most: the rules of a trade change with the
/// calendar, and what is known of that stands here beforehand.
package struct ValidityRule: Equatable, Sendable {
    /// Longer than any rules ever allowed: 39 months.
    package static let daysLimit = 1187

    package let daysMax: Int
    /// What held before, the first to end first.
    package let earlier: [Earlier]

    package struct Earlier: Equatable, Sendable {
        /// The first moment at which it does not hold any more.
        package let until: Date
        package let daysMax: Int

        package init(until: Date, daysMax: Int) {
            self.until = until
            self.daysMax = daysMax
        }
    }

    package init(daysMax: Int, earlier: [Earlier] = []) {
        self.daysMax = daysMax
        self.earlier = earlier
    }

    package func daysMax(at now: Date) -> Int {
        earlier.first { now < $0.until }?.daysMax ?? daysMax
    }
}
