import Foundation
import Storage

/// Where answers are kept, so that a request which is sent again is answered again, and what it
/// asked for is not done again.
///
/// The name of a request is taken in the transaction that does its work. Of two that run at once,
/// on one node or on several, one commits; the other meets the name, is rolled back whole, and is
/// given the first one's answer. So nothing needs to be reserved beforehand, and a node that dies
/// leaves no reservation behind.
package struct RepeatDesk: Sendable {
    /// How long an answer is kept unless configured otherwise.
    package static let keptHours = 24
    package static let keptHoursMax = 24 * 30
    /// The most that is removed in one transaction: others wait for it.
    package static let removedMax = 1000
    package static let sweepSeconds = 60

    private let database: any Database
    private let clock: WallClock
    private let keptHours: Int

    package init(registry: Registry, keptHours: Int = Self.keptHours) {
        database = registry.database
        clock = registry.clock
        self.keptHours = keptHours
    }

    /// The name was taken after it was looked for: somebody with the same request was faster.
    struct TakenMeanwhile: Error {}

    /// The answer that was given to this request; none where it has not been answered yet. Another
    /// request of the same name is refused.
    package func answer(to ticket: RepeatTicket) async throws -> [UInt8]? {
        let oldest = oldest
        let kept = try await database.read { try $0.keptAnswer(to: ticket.name, since: oldest) }
        return try kept.map { try ticket.open($0) }
    }

    /// What keeps the answer to an outcome, in the transaction that the outcome comes from.
    package func keepsake<Outcome>(
        for ticket: RepeatTicket, _ answer: @escaping @Sendable (Outcome) throws -> [UInt8]
    ) -> Keepsake<Outcome> {
        Keepsake { outcome, tx in
            try keep(try answer(outcome), for: ticket, in: tx)
        } rewrite: { outcome, tx in
            try tx.keepAgain(try ticket.sealed(try answer(outcome)), as: ticket.name)
        }
    }

    private func keep(
        _ answer: [UInt8], for ticket: RepeatTicket, in tx: any Transaction
    ) throws {
        let isFree = try tx.keep(
            try ticket.sealed(answer), as: ticket.name, at: clock.now, since: oldest)
        guard isFree else { throw TakenMeanwhile() }
    }

    /// Keeps the answer of a request that wrote nothing.
    package func keep(_ answer: [UInt8], for ticket: RepeatTicket) async throws {
        try await database.write { try keep(answer, for: ticket, in: $0) }
    }

    /// Removes answers whose time is over. Returns how many.
    package func sweep() async throws -> Int {
        let oldest = oldest
        guard try await database.read({ try $0.hasKeptAnswers(before: oldest) }) else { return 0 }
        return try await database.write {
            try $0.removeKeptAnswers(before: oldest, countMax: Self.removedMax)
        }
    }

    private var oldest: Date {
        clock.now.addingTimeInterval(-Double(keptHours) * 3600)
    }
}
