import DomainControl
import Foundation
package import Logging
import OrderCore
import Storage

/// Looks at names that wait for their proof, again and again, until it is there or time is up.
package struct ControlWorker: Sendable {
    private let registry: Registry
    private let logger: Logger

    /// How long nothing is looked for where nothing was found.
    package static let idleSeconds = 5

    package init(registry: Registry, logger: Logger) {
        self.registry = registry
        self.logger = logger
    }

    /// Looks at what is due now. Returns how much was claimed.
    @discardableResult
    package func runOnce() async throws -> Int {
        let now = registry.clock.now
        guard try await registry.database.read({ try $0.hasDueChecks(at: now) }) else { return 0 }
        let checks = try await registry.database.write { try $0.claimChecks(at: now) }
        let questions = try await registry.database.read { tx in
            try checks.compactMap { check -> DomainQuestion? in
                guard let domain = try tx.domain(check.domainID) else { return nil }
                return try tx.question(about: domain, by: domain.control.method, at: now)
            }
        }
        let findings = await registry.check(questions)
        for check in checks {
            let asked = questions.first { $0.domainID == check.domainID }?.question
            let finding = findings.first { $0.domainID == check.domainID }?.finding
            try await note(finding ?? .missing("the domain is gone"), asked?.method, check)
        }
        return checks.count
    }

    private func note(
        _ finding: ControlFinding, _ method: ControlMethod?, _ check: ControlCheck
    ) async throws {
        let now = registry.clock.now
        switch finding {
        case .shown:
            try await registry.database.write {
                try $0.prove(check.domainID, by: method ?? .dnsTXT, at: now)
            }
        case .missing(let reason):
            let due = ControlSchedule.next(after: now, startedAt: check.startedAt)
            logger.debug(
                "control not shown yet",
                metadata: [
                    "domain_id": "\(check.domainID)", "attempts": "\(check.attempts)",
                    "reason": "\(reason)",
                ])
            try await registry.database.write {
                try $0.release(check, due: due, failure: reason)
            }
        }
    }
}
