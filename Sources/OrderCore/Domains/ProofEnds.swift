package import Foundation

/// How many domains have a proof that ended or soon ends, counted in days of UTC.
package struct ProofEnds: Equatable, Sendable {
    /// Days from today to the end of each proof; below zero where it is over.
    private let daysLeft: [Int]

    package init(_ ends: [Date], now: Date) {
        func day(_ date: Date) -> Int {
            Int((date.timeIntervalSince1970 / Span.daySeconds).rounded(.down))
        }
        daysLeft = ends.map { day($0) - day(now) }
    }

    package var expired: Int { daysLeft.count { $0 < 0 } }

    package func count(_ days: ClosedRange<Int>) -> Int { daysLeft.count { days.contains($0) } }

    package static let recentDays = -7 ... -1
    package static let soonDays = 0...60
}
