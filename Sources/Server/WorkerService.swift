import Issuance
import Logging
import OrderCore
import ServiceLifecycle

/// Runs a worker until the server shuts down; what it has begun, it finishes.
struct WorkerService: Service, CustomStringConvertible {
    /// Shown in logs, in place of everything that the worker holds.
    let description: String
    /// How long nothing is looked for where nothing was found.
    let idleSeconds: Int
    let logger: Logger
    /// Does what is due, and tells how much it was.
    let runOnce: @Sendable () async throws -> Int

    func run() async throws {
        await cancelWhenGracefulShutdown {
            var outage = WorkerOutage(worker: description, logger: logger)
            while !Task.isCancelled {
                do {
                    let done = try await Author.$current.withValue(.worker(description)) {
                        try await SigningStep.run(runOnce)
                    }
                    outage.end()
                    if done > 0 { continue }
                } catch is CancellationError where Task.isCancelled {
                    return
                } catch {
                    outage.note(error)
                }
                // Cancelled sleep is the way out.
                try? await Task.sleep(for: .seconds(idleSeconds))
            }
        }
    }
}
