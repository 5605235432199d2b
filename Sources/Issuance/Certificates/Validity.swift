package import Foundation

/// From when until when a certificate is valid, both ends included, in whole seconds
/// (RFC 5280 section 4.1.2.5).
package struct Validity: Hashable, Sendable {
    package let notBefore: Date
    package let notAfter: Date

    /// Fractions of a second are dropped, since a certificate cannot hold them.
    package init(notBefore: Date, notAfter: Date) {
        self.notBefore = Self.wholeSeconds(notBefore)
        self.notAfter = Self.wholeSeconds(notAfter)
    }

    /// That many days of 86,400 seconds, the last second of the last day being the last valid one.
    package init(from notBefore: Date, days: Int) {
        self.init(
            notBefore: notBefore,
            notAfter: Self.wholeSeconds(notBefore).addingTimeInterval(Double(days) * 86_400 - 1))
    }

    package var span: ClosedRange<Date> { min(notBefore, notAfter)...notAfter }

    /// When something signed by the holder of this begins: so long before now, since clocks differ,
    /// but not before its issuer does. An issuer that has not begun yet signs nothing.
    package func start(below now: Date, early seconds: TimeInterval) -> Date {
        min(max(now.addingTimeInterval(-seconds), notBefore), now)
    }

    private static func wholeSeconds(_ date: Date) -> Date {
        Date(timeIntervalSince1970: date.timeIntervalSince1970.rounded(.down))
    }
}
