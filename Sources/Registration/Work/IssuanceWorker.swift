import Foundation
package import Logging
import OrderCore
import Storage

/// Issues certificates that waited: claims due work, signs, records, and lets go.
///
/// Any number of nodes may run one: a claim is a lease, and what a node that died had claimed is
/// taken up by another when the lease ends.
package struct IssuanceWorker: Sendable {
    private let registry: Registry
    private let logger: Logger

    /// How long nothing is looked for where nothing was found.
    package static let idleSeconds = 1

    package init(registry: Registry, logger: Logger) {
        self.registry = registry
        self.logger = logger
    }

    /// Does what is due now. Returns how much was claimed.
    @discardableResult
    package func runOnce() async throws -> Int {
        let now = registry.clock.now
        let isWorkDue = try await registry.database.read { try $0.hasDueEffects(at: now) }
        guard isWorkDue else { return 0 }
        let effects = try await registry.database.writeGuarded { try $0.claimEffects(at: now) }
        for effect in effects { await attempt(effect) }
        return effects.count
    }

    private func attempt(_ effect: Effect) async {
        do {
            try await issue(effect)
        } catch {
            await putBack(effect, after: error)
        }
    }

    private func issue(_ effect: Effect) async throws {
        let stillWaits = try await registry.issueWaiting(
            effect.certificateID, asking: .later)
        try await registry.database.write { tx in
            if stillWaits {
                try tx.release(effect, due: nil, failure: nil)
            } else {
                try tx.finishIssuance(of: effect.certificateID)
            }
        }
    }

    private func putBack(_ effect: Effect, after error: any Error) async {
        let due =
            effect.attempts < Effect.attemptsMax
            ? registry.clock.now.addingTimeInterval(
                Effect.retryDelaySeconds(after: effect.attempts)) : nil
        let failure = (error as? Refusal)?.message ?? "\(type(of: error))"
        logger.error(
            "waiting work failed",
            metadata: [
                "certificate_id": "\(effect.certificateID)", "attempts": "\(effect.attempts)",
                "failure": "\(failure)",
            ])
        do {
            try await registry.database.write {
                try $0.release(effect, due: due, failure: failure)
            }
        } catch {
            // The lease ends by itself and the work is taken up again.
            logger.error("waiting work not put back", metadata: ["error": "\(type(of: error))"])
        }
    }
}
