package import Foundation
import Synchronization

/// Encoded answers by what they were made from, within a limit of memory.
///
/// An answer is found only under the very edition it was made from, which the caller reads from
/// the database each time. So nothing here can be out of date, on however many nodes.
///
/// Two generations stand for an order of use: what is asked for moves to the young one; when that
/// is full it becomes the old one, and the one before it is let go.
package final class AnswerShelf<Edition: Hashable & Sendable>: Sendable {
    /// How much all kept answers may take together: ten thousand of usual orders.
    static var octetsMax: Int { 33 << 20 }

    private struct Entry {
        let edition: Edition
        let answer: EncodedAnswer
    }

    private struct State {
        var young: [Int64: Entry] = [:]
        var old: [Int64: Entry] = [:]
        var youngOctets = 0

        mutating func keep(_ entry: Entry, of id: Int64) {
            if youngOctets >= octetsMax / 2 {
                old = young
                young = [:]
                youngOctets = 0
            }
            let replaced = young.updateValue(entry, forKey: id)
            youngOctets += entry.answer.octets.count
            youngOctets -= replaced?.answer.octets.count ?? 0
        }
    }

    private let state = Mutex(State())

    package init() {}

    /// The answer about `id` in this edition; made if it is not kept or no longer holds.
    package func answer(
        about id: Int64, edition: Edition, at now: Date, make: () async throws -> EncodedAnswer
    ) async throws -> EncodedAnswer {
        if let kept = kept(id, edition), now < kept.holdsUntil { return kept }
        let made = try await make()
        state.withLock { $0.keep(Entry(edition: edition, answer: made), of: id) }
        return made
    }

    private func kept(_ id: Int64, _ edition: Edition) -> EncodedAnswer? {
        state.withLock { state in
            if let entry = state.young[id] {
                return entry.edition == edition ? entry.answer : nil
            }
            guard let entry = state.old[id], entry.edition == edition else { return nil }
            state.keep(entry, of: id)
            return entry.answer
        }
    }
}
