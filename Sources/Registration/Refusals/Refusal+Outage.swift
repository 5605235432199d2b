import Issuance
import Storage

extension Refusal {
    /// What a 503 names as the time to wait. A disk that is full, or a database that is away, is
    /// mended by people or by a failover: sooner is of no use, much later of no more.
    package static let retryAfterSeconds = 5

    /// The storage cannot work just now; reads may go on. What was asked for is not done, or was
    /// not heard of as done: with an `Idempotency-Key` it can be asked for again in safety.
    package init?(outage error: any Error) {
        switch error {
        case StorageProblem.unavailable, is LedgerOutage: break
        default: return nil
        }
        self.init(
            .serviceUnavailable,
            "The database cannot take this now. Try again.")
    }
}
