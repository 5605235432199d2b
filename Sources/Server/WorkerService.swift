import Logging
import Registration
import ServiceLifecycle

/// Runs the worker until the server shuts down; what it has begun, it finishes.
struct WorkerService: Service, CustomStringConvertible {
    let worker: IssuanceWorker
    let logger: Logger

    /// Shown in logs, in place of everything that the worker holds.
    var description: String { "waiting work" }

    func run() async throws {
        await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                do {
                    if try await worker.runOnce() > 0 { continue }
                } catch {
                    logger.error(
                        "worker failed", metadata: ["error": "\(String(reflecting: error))"])
                }
                // Cancelled sleep is the way out.
                try? await Task.sleep(for: .seconds(IssuanceWorker.idleSeconds))
            }
        }
    }
}
