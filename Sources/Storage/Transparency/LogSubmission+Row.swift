package import Foundation
package import OrderCore

/// A precertificate that is still to be shown to logs: claimed under a lease, put back while logs
/// do not answer, gone with the certificate.
package struct LogSubmission: Equatable, Sendable {
    package let id: ID<LogSubmission>
    package let precertificateID: ID<Precertificate>
    package let attempts: Int
    /// Until when it is claimed.
    package let leaseEnd: Date

    /// Whether somebody wants it tried at once: workers claim the first attempt of no other.
    package var isAskedFor: Bool { attempts == 1 }

    /// A claim is good for so long; then another worker may take the work.
    package static let leaseSeconds: TimeInterval = 60
    package static let claimedMax = 16
    /// Logs come back: there is no last attempt.
    package static let retryDelaySecondsMax: TimeInterval = 300

    /// When to try again after this many attempts: 2, 4, 8 … seconds.
    package static func retryDelaySeconds(after attempts: Int) -> TimeInterval {
        min(pow(2, Double(max(1, attempts))), retryDelaySecondsMax)
    }
}

/// A submission that failed, for people to see.
package struct FailedSubmission: Equatable, Sendable {
    package let orderID: ID<Order>
    package let certificateID: ID<Certificate>
    package let attempts: Int
    /// When it is tried again; absent while logs are being asked.
    package let nextAt: Date?
    package let failure: String
}

extension Transaction {
    /// Notes that logs are to be asked, claimed by whoever notes it.
    package func insertSubmission(
        of id: ID<Precertificate>, at now: Date
    ) throws -> LogSubmission {
        let leaseEnd = now.addingTimeInterval(LogSubmission.leaseSeconds)
        let submission: ID<LogSubmission> = try insert(
            """
            INSERT INTO log_submissions (precertificate_id, due_at, attempts, claimed_at)
            VALUES ($1, $2, 1, $3) RETURNING id
            """, [.id(id), .date(leaseEnd), .date(now)])
        return LogSubmission(
            id: submission, precertificateID: id, attempts: 1, leaseEnd: leaseEnd)
    }

    /// Whether there is something to claim: cheap, so that an idle worker writes nothing.
    package func hasDueSubmissions(at now: Date) throws -> Bool {
        try row("SELECT 1 FROM log_submissions WHERE due_at <= $1 LIMIT 1", [.date(now)]) {
            $0.int()
        } != nil
    }

    /// Takes what is due under a lease: nobody else gets it before the lease ends.
    package func claimSubmissions(at now: Date) throws -> [LogSubmission] {
        let leaseEnd = now.addingTimeInterval(LogSubmission.leaseSeconds)
        return try rows(
            """
            UPDATE log_submissions SET due_at = $2, attempts = attempts + 1, claimed_at = $1
            WHERE id IN (SELECT s.id FROM log_submissions s WHERE s.due_at <= $1
              ORDER BY s.due_at, s.id LIMIT $3 {claimed})
            RETURNING id, precertificate_id, attempts
            """, [.date(now), .date(leaseEnd), .int(LogSubmission.claimedMax)]
        ) {
            LogSubmission(
                id: $0.id(), precertificateID: $0.id(), attempts: $0.int(), leaseEnd: leaseEnd)
        }
    }

    /// Puts it back, to be tried again at `due`. Whoever lost the claim meanwhile changes nothing.
    package func release(_ submission: LogSubmission, due: Date, failure: String?) throws {
        try post(
            """
            UPDATE log_submissions SET due_at = $2, failure = $3, claimed_at = NULL
            WHERE id = $1 AND due_at = $4
            """,
            [.id(submission.id), .date(due), .text(failure), .date(submission.leaseEnd)])
    }

    /// What failed and is tried again, oldest first. What somebody has claimed and not put back
    /// by the end of the lease, is due.
    package func failedSubmissions(
        max: Int, at now: Date
    ) throws -> [FailedSubmission] {
        try rows(
            """
            SELECT c.order_id, c.id, s.attempts,
              CASE WHEN s.claimed_at IS NULL OR s.due_at <= $2 THEN s.due_at END, s.failure
            FROM log_submissions s
            JOIN precertificates p ON p.id = s.precertificate_id
            JOIN certificates c ON c.id = p.certificate_id
            WHERE s.failure IS NOT NULL ORDER BY s.id LIMIT $1
            """, [.int(max), .date(now)]
        ) {
            FailedSubmission(
                orderID: $0.id(), certificateID: $0.id(), attempts: $0.int(),
                nextAt: $0.dateIfPresent(), failure: $0.text())
        }
    }

    /// Has everything that failed tried again at once, as if for the first time
    /// (``LogSubmission/isAskedFor``). Returns how much that is.
    package func retrySubmissions(at now: Date) throws -> Int {
        let waiting = try rows(
            "SELECT id, due_at FROM log_submissions WHERE failure IS NOT NULL ORDER BY id", []
        ) { ($0.long(), $0.date()) }
        for (id, due) in waiting {
            note(
                NotedChange(
                    "log_submissions", id: id, before: ["due_at": .date(due)],
                    after: ["due_at": .date(now)]))
        }
        return try run(
            "UPDATE log_submissions SET due_at = $1, attempts = 0 WHERE failure IS NOT NULL",
            [.date(now)])
    }
}
