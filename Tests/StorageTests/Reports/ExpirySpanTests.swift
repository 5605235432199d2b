import Foundation
import OrderCore
import Storage
import TestKit
import Testing

@Suite struct ExpirySpanTests {
    private static func span(_ end: Date, _ now: Date) -> [Int] {
        ExpirySpan.allCases.filter { span in
            let bounds = span.bounds(at: now)
            return (bounds.from...bounds.to).contains(end)
        }.map(\.rawValue)
    }

    @Test(
        "what ends is counted by calendar days, whatever the hour",
        arguments: [0, 1, 43_200, 86_399.0])
    func days(seconds: Double) {
        let midnight = Span.nextMidnight(after: StoppedClock.noon)
        let now = midnight.addingTimeInterval(seconds)
        for (days, expected) in [
            (-8, []), (-7, [-7]), (0, [-7]), (1, [30]), (29, [30]), (30, [60]), (59, [60]),
            (60, [90]), (90, [90]), (91, []),
        ] as [(Int, [Int])] {
            let first = midnight.addingTimeInterval(Double(days) * Span.daySeconds)
            for end in [first, first.addingTimeInterval(86_399.999)] {
                #expect(Span.days(from: now, to: end) == days)
                #expect(Self.span(end, now) == expected, "\(days) days, \(seconds)")
            }
        }
    }
}
