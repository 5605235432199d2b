package import Foundation

/// When people are told that a certificate ends: so many days before, or, below zero, after.
package struct NoticeDays: Equatable, Sendable {
    /// From the earliest notice to the latest.
    package let days: [Int]

    package static let standard = NoticeDays([90, 60, 30, 7, 3, -7])!
    package static let earliestMax = 365
    package static let latestMin = -90
    package static let countMax = 20

    /// `nil` where there are too many, or days beyond what a notice can be for.
    package init?(_ days: [Int]) {
        guard days.count <= Self.countMax,
            days.allSatisfy({ (Self.latestMin...Self.earliestMax).contains($0) })
        else { return nil }
        self.days = Set(days).sorted(by: >)
    }

    /// Whether a certificate that ends at `end` is to be told of for `days` now: it is time, and it
    /// is not yet time for the next notice. After a long silence the latest one says it all.
    package func isDue(_ days: Int, end: Date, at now: Date) -> Bool {
        guard Self.moment(days, before: end) <= now else { return false }
        guard let next = self.days.first(where: { $0 < days }) else { return true }
        return now < Self.moment(next, before: end)
    }

    /// Whether the time for a notice came while the certificate was there. Of one that was issued
    /// for less than that, its owners need not be told at once that it ends.
    package static func isNews(_ days: Int, end: Date, issuedAt: Date) -> Bool {
        moment(days, before: end) > issuedAt
    }

    private static func moment(_ days: Int, before end: Date) -> Date {
        end.addingTimeInterval(-Double(days) * Span.daySeconds)
    }
}

/// Work on an order that falls due by the calendar.
package struct Chore: Equatable, Sendable {
    package let id: ID<Chore>
    package let kind: Kind
    package let orderID: ID<Order>
    /// The certificate that is about to end.
    package let certificateID: ID<Certificate>
    package let attempts: Int
    package let failure: String?
    package let dueAt: Date?

    package enum Kind: String, CaseIterable, Sendable {
        case renewOrder = "renew_order"
        case reissueCertificate = "reissue_certificate"
    }

    package init(
        id: ID<Chore>, kind: Kind, orderID: ID<Order>, certificateID: ID<Certificate>,
        attempts: Int, failure: String?, dueAt: Date?
    ) {
        self.id = id
        self.kind = kind
        self.orderID = orderID
        self.certificateID = certificateID
        self.attempts = attempts
        self.failure = failure
        self.dueAt = dueAt
    }

    /// Orders are renewed, and certificates reissued, so long before they end (contract:
    /// `auto_renew_days_before_expiry`, `auto_reissue_days_before_expiry`).
    package static let daysAhead = 30
    /// What nobody reissued in time, since the server was down, is made up for so long after the
    /// certificate's end.
    package static let overdueDaysMax = 90.0
    /// A claim is good for so long; then another worker may take the work.
    package static let leaseSeconds: TimeInterval = 120
    /// With the delays below, somewhat longer than ``daysAhead``: while there is time, it is tried.
    package static let attemptsMax = 40
    package static let claimedMax = 16

    /// 2, 4, 8 … minutes, a day at most: what hinders it (funds, a proof) takes people to mend.
    package static func retryDelaySeconds(after attempts: Int) -> TimeInterval {
        min(pow(2, Double(attempts)) * 60, Span.daySeconds)
    }
}
