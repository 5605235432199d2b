package import Foundation
package import Storage

/// Where several nodes tell each other how many requests they have admitted.
package struct CountDesk: Sendable {
    private let database: any Database
    private let clock: WallClock
    /// Tells this node from the others; made anew at each start.
    private let node: String

    package init(registry: Registry) {
        database = registry.database
        clock = registry.clock
        node = registry.tokens.publicID()
    }

    /// Adds what this node has admitted since it was last asked, and returns what the others have,
    /// over the last `seconds`.
    package func exchange(
        _ own: [RequestCount], seconds: TimeInterval
    ) async throws -> [RequestCount] {
        let start = Int64(clock.now.timeIntervalSince1970 - seconds)
        return try await database.writeGuarded { [node] tx in
            try tx.add(own, of: node)
            return try tx.requestCounts(since: start, butOf: node)
        }
    }

    package func sweep(seconds: TimeInterval) async throws {
        let start = Int64(clock.now.timeIntervalSince1970 - seconds)
        try await database.writeGuarded { try $0.removeRequestCounts(before: start) }
    }
}
