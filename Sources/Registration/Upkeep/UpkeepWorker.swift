import Foundation
package import Logging
package import OrderCore
import Storage

/// Keeps orders alive: renews them, reissues their certificates, and has people told.
///
/// What is to be done is found by the calendar and noted as a chore, once for each order or
/// certificate. A chore is claimed under a lease and ended in the transaction that does it: however
/// many nodes run this, and wherever one dies, it is done once.
package struct UpkeepWorker: Sendable {
    private let registry: Registry
    private let notices: NoticeSweep
    private let logger: Logger

    /// How long nothing is looked for where nothing was found.
    package static let idleSeconds = 60
    static let notedMax = 200

    package init(registry: Registry, noticeDays: NoticeDays, logger: Logger) {
        self.registry = registry
        notices = NoticeSweep(registry: registry, days: noticeDays)
        self.logger = logger
    }

    /// Does what is due now. Returns how much was found.
    @discardableResult
    package func runOnce() async throws -> Int {
        // Whose order was just renewed is not told that it ends.
        let done = try await note() + workOff()
        return try await done + notices.runOnce()
    }

    private func workOff() async throws -> Int {
        let now = registry.clock.now
        guard try await registry.database.read({ try $0.hasDueChores(at: now) }) else { return 0 }
        let chores = try await registry.database.write { try $0.claimChores(at: now) }
        for chore in chores { await attempt(chore) }
        return chores.count
    }

    /// Notes what has to be done within the next ``Chore/daysAhead`` days.
    private func note() async throws -> Int {
        let now = registry.clock.now
        let limit = now.addingTimeInterval(Double(Chore.daysAhead) * Span.daySeconds)
        let (renewals, reissues) = try await registry.database.read { tx in
            (
                try tx.ordersToRenew(between: now, and: limit, max: Self.notedMax),
                try tx.ordersToReissue(between: now, and: limit, max: Self.notedMax)
            )
        }
        guard !(renewals.isEmpty && reissues.isEmpty) else { return 0 }
        try await registry.database.write { tx in
            for order in renewals { try tx.insertChore(.renewOrder, for: order, due: now) }
            for order in reissues { try tx.insertChore(.reissueCertificate, for: order, due: now) }
        }
        return renewals.count + reissues.count
    }

    private func attempt(_ chore: Chore) async {
        do {
            switch chore.kind {
            case .renewOrder: try await registry.renew(chore)
            case .reissueCertificate: try await registry.reissue(chore)
            }
        } catch {
            await putBack(chore, after: error)
        }
    }

    private func putBack(_ chore: Chore, after error: any Error) async {
        let now = registry.clock.now
        let isLast = chore.attempts >= Chore.attemptsMax
        let due =
            isLast
            ? nil
            : now.addingTimeInterval(Chore.retryDelaySeconds(after: chore.attempts))
        let failure = (error as? Refusal)?.message ?? "\(type(of: error))"
        logger.error(
            "upkeep failed",
            metadata: [
                "chore": "\(chore.kind.rawValue)", "order_id": "\(chore.orderID)",
                "attempts": "\(chore.attempts)", "failure": "\(failure)",
            ])
        do {
            try await registry.database.write { tx in
                try tx.release(chore, due: due, failure: failure)
                try tx.insertFailureNotice(of: chore, failure: failure, at: now)
            }
        } catch {
            // The lease ends by itself and the work is taken up again.
            logger.error("upkeep not put back", metadata: ["error": "\(type(of: error))"])
        }
    }
}

extension Transaction {
    /// Tells whoever ordered, at the first failure: there is time to mend it.
    fileprivate func insertFailureNotice(
        of chore: Chore, failure: String, at now: Date
    ) throws {
        guard let file = try orderFile(chore.orderID) else { return }
        let deed =
            switch chore.kind {
            case .renewOrder: "renewed"
            case .reissueCertificate: "reissued"
            }
        let name = file.certificate.content.commonName
        try insert(
            NewMessage(
                accountID: file.order.accountID, about: chore.orderID, recipient: file.user.email,
                subject: "The certificate for \(name) could not be \(deed)",
                body: """
                    Order \(chore.orderID) was to be \(deed) by itself, and was not:

                    \(failure)

                    It is tried again until its end. Mend what hinders it, or do it yourself.
                    """,
                createdAt: now, once: "failure of chore \(chore.id)"))
    }
}
