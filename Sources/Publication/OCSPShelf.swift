import Foundation
import Issuance
import Registration
import Synchronization

/// Answers about single certificates that were signed before, within a limit of their number.
///
/// Each is found only under what the records say at the moment: one that no longer holds is not
/// found, on however many nodes. Two generations stand for an order of use: what is asked for moves
/// to the young one; when that is full it becomes the old one, and the one before it is let go.
final class OCSPShelf: Sendable {
    /// With about 2 KB each, both generations take 32 MB at most.
    private static let generationMax = 8_192

    private struct Entry {
        let edition: OCSPFinding.Edition
        let thisUpdate: Date
        let keptUntil: Date
        let file: PublishedFile
    }

    private struct State {
        var young: [OCSPCertID: Entry] = [:]
        var old: [OCSPCertID: Entry] = [:]

        mutating func keep(_ entry: Entry, of id: OCSPCertID) {
            if young.count >= generationMax {
                old = young
                young = [:]
            }
            young[id] = entry
        }
    }

    private let state = Mutex(State())

    func file(
        of certificate: OCSPCertID, _ edition: OCSPFinding.Edition, at now: Date
    ) -> PublishedFile? {
        state.withLock { state in
            let young = state.young[certificate]
            guard let entry = young ?? state.old[certificate], entry.edition == edition,
                entry.thisUpdate <= now, now < entry.keptUntil
            else { return nil }
            if young == nil { state.keep(entry, of: certificate) }
            return entry.file
        }
    }

    func keep(
        _ file: PublishedFile, of certificate: OCSPCertID, _ edition: OCSPFinding.Edition,
        from thisUpdate: Date, until keptUntil: Date
    ) {
        let entry = Entry(
            edition: edition, thisUpdate: thisUpdate, keptUntil: keptUntil, file: file)
        state.withLock { $0.keep(entry, of: certificate) }
    }
}
