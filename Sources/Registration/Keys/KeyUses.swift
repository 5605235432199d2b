package import Foundation
package import OrderCore
import Storage
import Synchronization

/// Which keys were shown to this node, until it is written down: when a key was last used is told
/// to the minute, and no request waits for it.
package final class KeyUses: Sendable {
    /// How often it is written down.
    package static let pauseSeconds = 60

    private let latest = Mutex<[ID<APIKey>: Date]>([:])

    package init() {}

    package func note(_ key: ID<APIKey>, at time: Date) {
        latest.withLock { $0[key] = time }
    }

    fileprivate func take() -> [ID<APIKey>: Date] {
        latest.withLock { latest in
            defer { latest.removeAll(keepingCapacity: true) }
            return latest
        }
    }

    fileprivate func putBack(_ uses: [ID<APIKey>: Date]) {
        latest.withLock { $0.merge(uses) { max($0, $1) } }
    }
}

extension Registry {
    /// Writes down which keys were used since it was last called, one row a key. Returns 0: there
    /// is no more to do before the pause is over.
    package func keepKeyUses() async throws -> Int {
        let uses = keyUses.take()
        guard !uses.isEmpty else { return 0 }
        do {
            try await database.writeGuarded { try $0.noteUses(uses) }
        } catch {
            keyUses.putBack(uses)
            throw error
        }
        return 0
    }
}
