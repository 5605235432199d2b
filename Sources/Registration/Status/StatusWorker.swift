package import Logging

/// Keeps what is published about certificates up to date: responders, and revocation lists.
package struct StatusWorker: Sendable {
    private let registry: Registry
    private let maker: CRLMaker
    private let logger: Logger

    /// How long nothing is looked for where nothing was found.
    package static let idleSeconds = 1

    package init(registry: Registry, logger: Logger) {
        self.registry = registry
        self.logger = logger
        maker = CRLMaker(registry: registry, logger: logger)
    }

    /// Does what is due now. Returns how much that was.
    @discardableResult
    package func runOnce() async throws -> Int {
        try await registry.renewResponders(logger) + maker.makeDue()
    }
}
