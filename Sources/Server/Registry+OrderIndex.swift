package import Logging
package import Registration
import Storage

extension Registry {
    /// Takes the index of the orders from the file of an earlier run, so that the first lists are
    /// as fast as later ones.
    func openOrderIndex(_ logger: Logger) async throws {
        try await unlessUnusable("index of orders not taken from its file", logger) {
            _ = try await orderIndex.open(database)
        }
    }

    /// Leaves the index of the orders to the next run.
    package func leaveOrderIndex(_ logger: Logger) async throws {
        try await unlessUnusable("index of orders not kept", logger) {
            try await orderIndex.save(database)
        }
    }

    /// The file spares reading the orders, no more: nothing stops for it.
    private func unlessUnusable(
        _ message: Logger.Message, _ logger: Logger, _ step: () async throws -> Void
    ) async throws {
        do {
            try await step()
        } catch is CancellationError {
            throw CancellationError()
        } catch {
            logger.warning(message, metadata: ["error": "\(error)"])
        }
    }
}
