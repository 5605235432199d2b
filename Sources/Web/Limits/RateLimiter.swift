package import Foundation
package import OrderCore
import Registration
import Synchronization

/// Counts the requests of each key in rolling windows.
///
/// Each key has a ring of the times of its last admitted requests, as long as its widest window
/// allows; a request is refused where the one that many places before it is younger than the
/// window. Exact, and a fixed amount of memory a key.
///
/// Where several nodes serve, each tells the others how many it has admitted, by the second, a few
/// times a second (``takeUnshared()``, ``noteOthers(_:)``); what the others have told leaves less
/// room in the ring. Until the next telling, a key may get through as often as the other nodes have
/// admitted it since the last one.
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

    package enum Reach: Sendable {
        case oneNode
        case severalNodes
    }

    /// What was admitted of a key in one second, as seconds since 1970.
    package struct Tally: Equatable, Sendable {
        package let keyID: ID<APIKey>
        package let second: Int64
        package let count: Int

        package init(keyID: ID<APIKey>, second: Int64, count: Int) {
            self.keyID = keyID
            self.second = second
            self.count = count
        }
    }

    private struct Ring {
        var times: [TimeInterval]
        var count = 0
    }

    private struct State {
        var rings: [ID<APIKey>: Ring] = [:]
        /// Admitted here, and not yet told to the others.
        var unshared: [ID<APIKey>: [Int64: Int]] = [:]
        /// Admitted by the others.
        var others: [ID<APIKey>: [Int64: Int]] = [:]
    }

    private let windows: [Window]
    private let reach: Reach
    private let length: Int
    private let state = Mutex(State())

    /// - Parameter windows: none: nothing is counted and nothing refused.
    package init(_ windows: [Window], reach: Reach = .oneNode) {
        self.windows = windows
        self.reach = reach
        length = windows.map(\.requestsMax).max() ?? 0
    }

    /// Whether there is anything to tell other nodes.
    package var isShared: Bool { reach == .severalNodes && length > 0 }

    /// How far back a request can count.
    package var longestSeconds: TimeInterval { windows.map(\.seconds).max() ?? 0 }

    /// Admits a request of `key` and counts it, or refuses it uncounted.
    package func count(_ key: ID<APIKey>, at now: Date) throws {
        guard length > 0 else { return }
        let time = now.timeIntervalSince1970
        let isAdmitted = state.withLock { state in
            let others = state.others[key] ?? [:]
            let isAdmitted = admit(
                time, others: others,
                in: &state.rings[key, default: Ring(times: Array(repeating: 0, count: length))])
            if isAdmitted, reach == .severalNodes {
                state.unshared[key, default: [:]][Int64(time), default: 0] += 1
            }
            return isAdmitted
        }
        guard isAdmitted else {
            throw Refusal(
                .requestLimitExceeded, "Service unavailable, please limit request volume")
        }
    }

    private func admit(_ time: TimeInterval, others: [Int64: Int], in ring: inout Ring) -> Bool {
        for window in windows {
            let taken = others.reduce(0) { sum, tally in
                // Of the second in which the window begins, all may belong to it.
                Double(tally.key + 1) > time - window.seconds ? sum + tally.value : sum
            }
            let left = window.requestsMax - taken
            guard left > 0 else { return false }
            if ring.count >= left {
                let place = (ring.count - left) % length
                if ring.times[place] > time - window.seconds { return false }
            }
        }
        ring.times[ring.count % length] = time
        ring.count += 1
        return true
    }

    /// What was admitted here since this was last asked.
    package func takeUnshared() -> [Tally] {
        state.withLock { state in
            defer { state.unshared = [:] }
            return state.unshared.flatMap { key, seconds in
                seconds.map { Tally(keyID: key, second: $0.key, count: $0.value) }
            }
        }
    }

    /// Puts back what could not be told.
    package func putBack(_ tallies: [Tally]) {
        state.withLock { state in
            for tally in tallies {
                state.unshared[tally.keyID, default: [:]][tally.second, default: 0] += tally.count
            }
        }
    }

    /// All that the others have admitted within reach, in place of what they told before.
    package func noteOthers(_ tallies: [Tally]) {
        let others = tallies.reduce(into: [ID<APIKey>: [Int64: Int]]()) { others, tally in
            others[tally.keyID, default: [:]][tally.second, default: 0] += tally.count
        }
        state.withLock { $0.others = others }
    }
}
