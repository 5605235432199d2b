import HTTPTypes
import Hummingbird
import OrderCore
package import Registration

/// Lets a request in, or says why not: a known key, within its limits, with the right it needs.
package struct Gate: Sendable {
    private let keys: KeyDesk
    private let limiter: RateLimiter
    private let clock: WallClock

    package init(keys: KeyDesk, limiter: RateLimiter, clock: WallClock) {
        self.keys = keys
        self.limiter = limiter
        self.clock = clock
    }

    static let keyHeader = HTTPField.Name("X-DC-DEVKEY")!

    func admit(_ request: Hummingbird.Request, needs right: Right) async throws -> Caller {
        let caller = try await keys.caller(showing: request.headers[Self.keyHeader])
        if let key = caller.key { try limiter.count(key.id, at: clock.now) }
        guard caller.may(right) else { throw Refusal.missingPermission }
        return caller
    }
}
