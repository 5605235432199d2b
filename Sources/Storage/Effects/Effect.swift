package import Foundation
package import OrderCore

/// Work that waits: written in the transaction that calls for it, claimed by a worker, gone when
/// done. It stays visible while it fails.
package struct Effect: Equatable, Sendable {
    package let id: ID<Effect>
    /// Every kind of work so far is to issue a certificate whose validation was outstanding.
    package let certificateID: ID<Certificate>
    package let attempts: Int
    /// Until when it is claimed. A wake in between moves the row's time, and so outlives the claim.
    let leaseEnd: Date

    /// A claim is good for so long; then another worker may take the work.
    package static let leaseSeconds: TimeInterval = 60
    package static let attemptsMax = 12
    package static let claimedMax = 32

    /// When to try again after this many attempts: 2, 4, 8 … seconds, an hour at most.
    package static func retryDelaySeconds(after attempts: Int) -> TimeInterval {
        min(pow(2, Double(attempts)), 3600)
    }
}

extension Transaction {
    /// Notes that a certificate is to be issued. A worker looks at it once in any case: what it
    /// waits for may have come between the reading that found it missing and this transaction.
    package func enqueueIssuance(of certificate: ID<Certificate>, due: Date) throws {
        try post(
            """
            INSERT INTO effects (kind, certificate_id, due_at, attempts)
            VALUES ('issue_certificate', $1, $2, 0) ON CONFLICT (kind, certificate_id) DO NOTHING
            """, [.id(certificate), .date(due)])
    }

    /// Wakes the waiting work of an account, claimed or not: what it waits for may have come.
    ///
    /// Those who write work that waits and those who wake it run alone (`Database.write`): so no
    /// work is overlooked that is just being written.
    package func wakeEffects(of account: ID<Account>, at now: Date) throws {
        try post(
            """
            UPDATE effects SET due_at = $2, attempts = 0
            WHERE certificate_id IN
              (SELECT c.id FROM certificates c WHERE c.account_id = $1 AND c.state = 'pending')
            """, [.id(account), .date(now)])
    }

    /// Whether there is work to claim: cheap, so that an idle worker writes nothing.
    package func hasDueEffects(at now: Date) throws -> Bool {
        try row("SELECT 1 FROM effects WHERE due_at <= $1 LIMIT 1", [.date(now)]) { $0.int() }
            != nil
    }

    /// Takes due work under a lease: nobody else gets it before the lease ends.
    package func claimEffects(at now: Date) throws -> [Effect] {
        let leaseEnd = now.addingTimeInterval(Effect.leaseSeconds)
        return try rows(
            """
            UPDATE effects SET due_at = $2, attempts = attempts + 1
            WHERE id IN
              (SELECT e.id FROM effects e WHERE e.due_at <= $1 ORDER BY e.due_at LIMIT $3 {claimed})
            RETURNING id, certificate_id, attempts
            """,
            [
                .date(now), .date(leaseEnd), .int(Effect.claimedMax),
            ]
        ) { Effect(id: $0.id(), certificateID: $0.id(), attempts: $0.int(), leaseEnd: leaseEnd) }
    }

    /// Puts work back: to be tried at `due`, or to wait until it is woken. Work that was woken
    /// meanwhile keeps the time that the wake gave it.
    package func release(_ effect: Effect, due: Date?, failure: String?) throws {
        try post(
            "UPDATE effects SET due_at = $2, failure = $3 WHERE id = $1 AND due_at = $4",
            [.id(effect.id), .date(due), .text(failure), .date(effect.leaseEnd)])
    }

    package func finishIssuance(of certificate: ID<Certificate>) throws {
        try post("DELETE FROM effects WHERE certificate_id = $1", [.id(certificate)])
    }
}
