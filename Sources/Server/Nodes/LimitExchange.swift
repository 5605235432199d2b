import Logging
package import Registration
import ServiceLifecycle
import Storage
package import Web

/// Keeps the rate limits of several nodes together: tells what this one has admitted, and hears
/// what the others have.
package struct LimitExchange: Sendable {
    /// How long a key may get through on one node for what another has admitted.
    static let pause = Duration.milliseconds(250)
    /// After so many exchanges, what no window reaches any more is removed.
    static let sweepEvery = 240

    private let limiter: RateLimiter
    private let desk: CountDesk

    package init(limiter: RateLimiter, desk: CountDesk) {
        self.limiter = limiter
        self.desk = desk
    }

    package func runOnce() async throws {
        let own = limiter.takeUnshared()
        do {
            let others = try await desk.exchange(
                own.map { RequestCount(keyID: $0.keyID, second: $0.second, count: $0.count) },
                seconds: limiter.longestSeconds)
            limiter.noteOthers(
                others.map {
                    RateLimiter.Tally(keyID: $0.keyID, second: $0.second, count: $0.count)
                })
        } catch {
            limiter.putBack(own)
            throw error
        }
    }

    package func sweep() async throws {
        try await desk.sweep(seconds: limiter.longestSeconds)
    }
}

/// Runs the exchange until the server shuts down.
struct LimitService: Service, CustomStringConvertible {
    let exchange: LimitExchange
    let logger: Logger

    var description: String { "rate limits" }

    func run() async throws {
        await cancelWhenGracefulShutdown {
            var round = 0
            var outage = WorkerOutage(worker: description, logger: logger)
            while !Task.isCancelled {
                do {
                    try await exchange.runOnce()
                    if round.isMultiple(of: LimitExchange.sweepEvery) { try await exchange.sweep() }
                    outage.end()
                } catch {
                    outage.note(error)
                }
                round += 1
                // Cancelled sleep is the way out.
                try? await Task.sleep(for: LimitExchange.pause)
            }
        }
    }
}
