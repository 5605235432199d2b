import HTTPTypes
import Hummingbird
import OrderCore
package import Registration

/// Lets a request in, or says why not: a known key, within its limits, with the right it needs.
package struct Gate: Sendable {
    private let keys: KeyDesk
    private let limiter: RateLimiter
    private let uses: KeyUses
    private let clock: WallClock

    package init(keys: KeyDesk, limiter: RateLimiter, uses: KeyUses, clock: WallClock) {
        self.keys = keys
        self.limiter = limiter
        self.uses = uses
        self.clock = clock
    }

    static let keyHeader = HTTPField.Name("X-DC-DEVKEY")!

    /// - Parameter client: the address that it comes from, as far as is known.
    func admit(
        _ request: Hummingbird.Request, from client: @autoclosure () -> String?, needs right: Right
    ) async throws -> Caller {
        let caller = try await keys.caller(showing: request.headers[Self.keyHeader])
        // Most callers are let in from everywhere, and nobody asks where they are.
        if caller.admission != .everywhere {
            guard caller.admission.admits(client().flatMap(IPv4Address.init)) else {
                throw Refusal(
                    .addressNotAdmitted, "The account does not let this address in.")
            }
        }
        if let key = caller.key {
            let now = clock.now
            try limiter.count(key.id, at: now)
            uses.note(key.id, at: now)
        }
        guard caller.may(right) else { throw Refusal.missingPermission }
        return caller
    }
}
