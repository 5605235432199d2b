import Logging

/// What the log is told of a worker that fails again and again: the failure once, and once more
/// each minute while it lasts, and that the worker goes on. A database that is away fails a dozen
/// workers several times a second.
struct WorkerOutage {
    static let reminder = Duration.seconds(60)

    private let worker: String
    private let logger: Logger
    private var told: (failure: String, at: ContinuousClock.Instant)?

    init(worker: String, logger: Logger) {
        self.worker = worker
        self.logger = logger
    }

    mutating func note(_ error: any Error, at now: ContinuousClock.Instant = .now) {
        let failure = String(reflecting: error)
        if let told, told.failure == failure, now < told.at + Self.reminder { return }
        told = (failure, now)
        logger.error("worker failed", metadata: ["worker": "\(worker)", "error": "\(failure)"])
    }

    mutating func end() {
        guard told != nil else { return }
        told = nil
        logger.notice("worker goes on", metadata: ["worker": "\(worker)"])
    }
}
