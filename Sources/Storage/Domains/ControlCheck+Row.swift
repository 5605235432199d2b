package import Foundation
package import OrderCore

/// A name that is looked at again and again until control over it is shown.
package struct ControlCheck: Equatable, Sendable {
    package let domainID: ID<Domain>
    package let startedAt: Date
    package let attempts: Int
    let leaseEnd: Date

    package static let leaseSeconds: TimeInterval = 120
    package static let claimedMax = 16
}

extension Transaction {
    /// Begins to look at a name, or begins anew.
    package func startCheck(of domain: ID<Domain>, at now: Date) throws {
        try run(
            """
            INSERT INTO control_checks (domain_id, started_at, due_at, attempts)
            VALUES ($1, $2, $3, 0)
            ON CONFLICT (domain_id) DO UPDATE SET started_at = excluded.started_at,
              due_at = excluded.due_at, attempts = 0, failure = NULL
            """,
            [.id(domain), .date(now), .date(ControlSchedule.next(after: now, startedAt: now))])
    }

    package func endCheck(of domain: ID<Domain>) throws {
        try run("DELETE FROM control_checks WHERE domain_id = $1", [.id(domain)])
    }

    package func hasDueChecks(at now: Date) throws -> Bool {
        try row("SELECT 1 FROM control_checks WHERE due_at <= $1 LIMIT 1", [.date(now)]) {
            $0.int()
        } != nil
    }

    /// Takes due checks under a lease: nobody else looks before the lease ends.
    package func claimChecks(at now: Date) throws -> [ControlCheck] {
        let leaseEnd = now.addingTimeInterval(ControlCheck.leaseSeconds)
        return try rows(
            """
            UPDATE control_checks SET due_at = $2, attempts = attempts + 1
            WHERE domain_id IN (SELECT k.domain_id FROM control_checks k
              WHERE k.due_at <= $1 ORDER BY k.due_at LIMIT $3)
            RETURNING domain_id, started_at, attempts
            """, [.date(now), .date(leaseEnd), .int(ControlCheck.claimedMax)]
        ) {
            ControlCheck(
                domainID: $0.id(), startedAt: $0.date(), attempts: $0.int(), leaseEnd: leaseEnd)
        }
    }

    /// Puts a check back, unless it was begun anew meanwhile. Without a time it is given up, and
    /// stays to be seen.
    package func release(_ check: ControlCheck, due: Date?, failure: String) throws {
        try run(
            """
            UPDATE control_checks SET due_at = $2, failure = $3 WHERE domain_id = $1 AND due_at = $4
            """, [.id(check.domainID), .date(due), .text(failure), .date(check.leaseEnd)])
    }
}
