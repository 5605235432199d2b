package import Foundation
package import OrderCore
import Registration
import Synchronization

/// Counts the requests of each key in rolling windows.
///
/// Each key has a ring of the times of its last admitted requests, as long as its widest window
/// allows; a request is refused where the one that many places before it is younger than the
/// window. Exact, and a fixed amount of memory a key.
package final class RateLimiter: Sendable {
    package struct Window: Equatable, Sendable {
        package let requestsMax: Int
        package let seconds: TimeInterval

        package init(requestsMax: Int, seconds: TimeInterval) {
            self.requestsMax = requestsMax
            self.seconds = seconds
        }
    }

    /// The limits of the contract.
    package static let contract = [
        Window(requestsMax: 100, seconds: 5), Window(requestsMax: 1000, seconds: 180),
    ]

    private struct Ring {
        var times: [TimeInterval]
        var count = 0
    }

    private let windows: [Window]
    private let length: Int
    private let rings = Mutex<[ID<APIKey>: Ring]>([:])

    /// - Parameter windows: none: nothing is counted and nothing refused.
    package init(_ windows: [Window]) {
        self.windows = windows
        length = windows.map(\.requestsMax).max() ?? 0
    }

    /// Admits a request of `key` and counts it, or refuses it uncounted.
    package func count(_ key: ID<APIKey>, at now: Date) throws {
        guard length > 0 else { return }
        let time = now.timeIntervalSince1970
        let isAdmitted = rings.withLock { rings in
            admit(time, in: &rings[key, default: Ring(times: Array(repeating: 0, count: length))])
        }
        guard isAdmitted else {
            throw Refusal(
                .requestLimitExceeded, "Service unavailable, please limit request volume")
        }
    }

    private func admit(_ time: TimeInterval, in ring: inout Ring) -> Bool {
        for window in windows where ring.count >= window.requestsMax {
            let place = (ring.count - window.requestsMax) % length
            if ring.times[place] > time - window.seconds { return false }
        }
        ring.times[ring.count % length] = time
        ring.count += 1
        return true
    }
}
