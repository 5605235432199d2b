package import Foundation
import Synchronization

/// Counts what visitors without a key do, by the address that they come from and by the door that
/// they knock at, in spans of equal length. Each node counts for itself.
package final class VisitorLimit: Sendable {
    package let seconds: TimeInterval
    private let addressMax: Int
    private let doorMax: Int

    private struct State {
        var span = 0
        var addresses: [[UInt8]: Int] = [:]
        var doors: [String: Int] = [:]
    }

    private let state = Mutex(State())

    /// - Parameters:
    ///   - addressMax: how often one address may come in one span.
    ///   - doorMax: how often all of them together may; it bounds what is kept in mind, too.
    package init(addressMax: Int, doorMax: Int, seconds: TimeInterval) {
        self.addressMax = addressMax
        self.doorMax = doorMax
        self.seconds = seconds
    }

    /// Counts a visit and tells whether it is within the limits.
    package func admits(_ address: String?, at door: String, now: Date) -> Bool {
        let span = Int(now.timeIntervalSince1970 / seconds)
        // Whoever has an IPv6 address has 2^64 of them.
        let address = address.flatMap(PeerAddress.init)?.network ?? []
        return state.withLock { state in
            if state.span != span { state = State(span: span) }
            let fromHere = state.addresses[address, default: 0]
            let atDoor = state.doors[door, default: 0]
            guard fromHere < addressMax, atDoor < doorMax else { return false }
            state.addresses[address] = fromHere + 1
            state.doors[door] = atDoor + 1
            return true
        }
    }
}
