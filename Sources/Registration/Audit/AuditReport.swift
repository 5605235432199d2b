package import Foundation
import Issuance

/// What an inspection of the audit log has found.
package struct AuditReport: Equatable, Sendable {
    package var entries = 0
    package var seals = 0
    /// Entries that are not sealed yet.
    package var waiting = 0
    /// Entries that were exported and removed.
    package var pruned = 0
    /// Whether the head that was kept lies in what was pruned, and so was not looked for.
    package var isKeptPruned = false
    package var head: Head?
    package var findings: [Finding] = []

    /// The end of the chain: kept elsewhere, it shows later that nothing before it was changed.
    package struct Head: Equatable, Sendable {
        package let number: Int64
        package let hash: [UInt8]

        package var text: String { "\(number):\(hash.hexadecimal.lowercased())" }

        package init(number: Int64, hash: [UInt8]) {
            self.number = number
            self.hash = hash
        }

        package init?(_ text: String) {
            let parts = text.split(separator: ":")
            guard parts.count == 2, let number = Int64(parts[0]),
                let hash = [UInt8](hex: String(parts[1])), hash.count == 32
            else { return nil }
            self.init(number: number, hash: hash)
        }
    }

    package enum Finding: Equatable, Sendable {
        /// The log has no head, or one that somebody else wrote.
        case headMissing
        /// There is an installation, and no entry at all.
        case logMissing
        case headAltered
        /// Seals at the end of the chain, with so many entries, are gone.
        case cutOff(first: Int64, last: Int64, entries: Int64)
        case sealRemoved(Int64)
        /// What it says is not what was sealed, or it does not follow on the one before it.
        case sealAltered(Int64)
        /// It says that the chain begins there, and nobody of this house wrote it.
        case anchorAltered(Int64)
        /// It stands where all was pruned.
        case sealReturned(Int64)
        /// Behind the head, where nobody of this house put it.
        case sealAdded(Int64)
        case entryAltered(Int64)
        case entryRemoved(Int64, seal: Int64, at: Date)
        /// It stands where another one was, whose number this was.
        case entryMoved(Int64, from: Int64?)
        /// It is in no seal. Genuine ones were written by this house.
        case entryAdded(Int64, isGenuine: Bool)
        /// The same entry once more.
        case entryRepeated(Int64)
        /// Written long ago, and not sealed since.
        case sealingBehind(since: Date)
        /// The chain has another hash at the place of a head that was kept.
        case otherHistory(Head)
        /// In a file of what was pruned: a line that is none.
        case lineUnreadable(Int)
        /// No anchor says that what a file holds was removed from this log.
        case notPrunedHere
    }
}

extension AuditReport.Finding: CustomStringConvertible {
    package var description: String {
        switch self {
        case .headMissing: "The head of the log is missing."
        case .logMissing:
            """
            There is an installation, and no entry: the log was removed, or nothing was changed \
            since there is one.
            """
        case .headAltered: "The head of the log was altered."
        case .cutOff(let first, let last, let entries):
            """
            The end of the log is missing: the seals \(first) to \(last), \
            with \(entries) entries that are sealed in no other.
            """
        case .sealRemoved(let number): "Seal \(number) was removed."
        case .sealAltered(let number): "Seal \(number) was altered."
        case .anchorAltered(let number):
            "The anchor at seal \(number) was altered, or added by somebody else."
        case .sealReturned(let number): "Seal \(number) stands where all was pruned."
        case .sealAdded(let number): "Seal \(number) was added after the head."
        case .entryAltered(let id): "Entry \(id) was altered."
        case .entryRemoved(let id, let seal, let at):
            "Entry \(id) was removed; seal \(seal) of \(at.formatted(.iso8601)) names it."
        case .entryMoved(let id, let from?): "Entry \(id) was moved there from \(from)."
        case .entryMoved(let id, nil): "Entry \(id) was put in the place of another."
        case .entryAdded(let id, true):
            "Entry \(id) is genuine and was put where no seal names it."
        case .entryAdded(let id, false): "Entry \(id) was added by somebody else."
        case .entryRepeated(let id): "Entry \(id) is a copy of another."
        case .sealingBehind(let since):
            "Entries since \(since.formatted(.iso8601)) are not sealed; is the server running?"
        case .otherHistory(let head): "The chain does not lead through \(head.text)."
        case .lineUnreadable(let number): "Line \(number) cannot be read."
        case .notPrunedHere: "No anchor says that this was removed from the log."
        }
    }
}
