import Foundation
package import Logging
import OrderCore
import Storage
import Transparency

/// Shows precertificates to logs that did not answer before, and issues their certificates.
///
/// Any number of nodes may run one: a claim is a lease, and what a node that died had claimed is
/// taken up by another when the lease ends.
package struct LogWorker: Sendable {
    private let registry: Registry
    private let logger: Logger

    /// How long nothing is looked for where nothing was found.
    package static let idleSeconds = 1

    package init(registry: Registry, logger: Logger) {
        self.registry = registry
        self.logger = logger
    }

    /// Does what is due now, all of it at the same time. Returns how much was claimed.
    @discardableResult
    package func runOnce() async throws -> Int {
        let now = registry.clock.now
        guard try await registry.database.read({ try $0.hasDueSubmissions(at: now) }) else {
            return 0
        }
        let submissions = try await registry.database.writeGuarded {
            try $0.claimSubmissions(at: now)
        }
        await withTaskGroup(of: Void.self) { group in
            for submission in submissions { group.addTask { await attempt(submission) } }
        }
        return submissions.count
    }

    private func attempt(_ submission: LogSubmission) async {
        do {
            _ = try await registry.issueLogged(
                submission, within: PublicLogs.submissionMax, wakesAll: submission.isAskedFor)
        } catch {
            let failure = (error as? LogOutage)?.description ?? "\(type(of: error))"
            logger.error(
                "precertificate not logged",
                metadata: [
                    "precertificate_id": "\(submission.precertificateID)",
                    "attempts": "\(submission.attempts)", "failure": "\(failure)",
                ])
        }
    }
}
