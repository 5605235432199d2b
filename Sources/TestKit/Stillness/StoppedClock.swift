package import Foundation
package import Registration
import Synchronization

/// A clock that stands still until it is told to move.
package final class StoppedClock: Sendable {
    /// Noon on 5 January 2026, UTC: before public certificates were cut to 199 days.
    package static let noon = Date(timeIntervalSince1970: 1_767_614_400)

    private let date: Mutex<Date>

    package init(_ date: Date = noon) {
        self.date = Mutex(date)
    }

    package var wall: WallClock { WallClock { self.date.withLock { $0 } } }

    package func advance(seconds: TimeInterval) {
        date.withLock { $0 = $0.addingTimeInterval(seconds) }
    }

    package func advance(days: Int) {
        advance(seconds: Double(days) * 86_400)
    }
}
