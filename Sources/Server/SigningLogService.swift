import Foundation
import Issuance
import Logging
import ServiceLifecycle

/// Has the disk take the log of signatures, several times a second, while there is something new.
struct SigningLogService: Service, CustomStringConvertible {
    let ledger: SigningLedger
    let logger: Logger

    var description: String { "signing log" }

    func run() async throws {
        await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                do {
                    try await sync()
                } catch {
                    logger.error("signing log not synced", metadata: ["error": "\(error)"])
                }
                // Cancelled sleep is the way out.
                try? await Task.sleep(for: SigningLedger.syncPause)
            }
        }
    }

    /// The disk takes its time, and no thread of the server's should wait for it.
    private func sync() async throws {
        guard ledger.isUnsynced else { return }
        try await withCheckedThrowingContinuation { continuation in
            DispatchQueue.global().async {
                continuation.resume(with: Result { try ledger.sync() })
            }
        }
    }
}
