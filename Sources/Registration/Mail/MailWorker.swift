import Foundation
package import Logging
import Storage

/// Sends the messages that wait. Without a carrier they stay where they are, for people to see.
package struct MailWorker: Sendable {
    private let registry: Registry
    private let carrier: (any MailCarrier)?
    private let sender: String
    private let logger: Logger

    /// How long nothing is looked for where nothing was found.
    package static let idleSeconds = 2

    package init(
        registry: Registry, carrier: (any MailCarrier)?, sender: String, logger: Logger
    ) {
        self.registry = registry
        self.carrier = carrier
        self.sender = sender
        self.logger = logger
    }

    /// With a carrier at last, what had to wait for one is tried.
    package func begin() async throws {
        guard carrier != nil else { return }
        let now = registry.clock.now
        try await registry.database.write { try $0.wakeMessages(at: now) }
    }

    /// Sends what is due now. Returns how much was claimed.
    @discardableResult
    package func runOnce() async throws -> Int {
        let now = registry.clock.now
        guard try await registry.database.read({ try $0.hasDueMessages(at: now) }) else { return 0 }
        let messages = try await registry.database.write { try $0.claimMessages(at: now) }
        for message in messages { try await send(message) }
        return messages.count
    }

    private func send(_ message: Message) async throws {
        let now = registry.clock.now
        guard let carrier else {
            logger.notice(
                "message waits, since no mail command is configured",
                metadata: ["message_id": "\(message.id)"])
            return try await registry.database.write {
                try $0.release(message, due: nil, failure: "no mail command is configured")
            }
        }
        try await registry.database.write { try $0.handOver(message, at: now) }
        do {
            try await carrier.carry(Letter(message, from: sender, at: now))
        } catch {
            return try await putBack(message, after: error)
        }
        try await registry.database.write { try $0.finish(message, at: now) }
    }

    private func putBack(_ message: Message, after error: any Error) async throws {
        let due =
            message.attempts < Message.attemptsMax
            ? registry.clock.now.addingTimeInterval(
                Effect.retryDelaySeconds(after: message.attempts)) : nil
        let failure = String(describing: error)
        logger.error(
            "message not sent",
            metadata: [
                "message_id": "\(message.id)", "attempts": "\(message.attempts)",
                "failure": "\(failure)",
            ])
        try await registry.database.write {
            try $0.release(message, due: due, failure: failure)
        }
    }
}
