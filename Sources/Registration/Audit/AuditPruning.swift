package import Foundation
import Issuance
package import Storage

/// Takes the oldest part out of the audit log, after it was given out.
///
/// What goes are whole seals with their entries, from the first one on. What stays is an anchor
/// with the number and the hash of the last of them, which the rest of the chain follows on; it is
/// added like any change, with an entry of its own, in the transaction that removes. A log of any
/// length is pruned a part at a time, each with its anchor: whenever it is interrupted, the log is
/// whole.
package struct AuditPruning: Sendable {
    /// Seals are removed together up to so many entries.
    static let entriesMax = 5000
    /// Seals that are read at a time.
    static let sealsMax = 256

    private let database: any Database
    private let key: AuditKey
    private let clock: WallClock
    private let entriesMax: Int

    package init(database: any Database, key: AuditKey, clock: WallClock) {
        self.init(database: database, key: key, clock: clock, entriesMax: Self.entriesMax)
    }

    init(database: any Database, key: AuditKey, clock: WallClock, entriesMax: Int) {
        self.database = database
        self.key = key
        self.clock = clock
        self.entriesMax = entriesMax
    }

    /// The part that is to go: from the seal after the last anchor up to one.
    package struct Cut: Equatable, Sendable {
        /// The seal before the first one.
        package let after: Int64
        package let last: Int64
        package let entries: Int
        let startHash: [UInt8]
        let lastHash: [UInt8]
    }

    package enum Refusal: Error, Equatable, CustomStringConvertible {
        case notYet(Date)
        case altered(findings: Int)
        case nothing(before: Date)
        case onlyNewest(before: Date)
        case changedMeanwhile

        package var description: String {
            switch self {
            case .notYet(let time): "\(time.formatted(.iso8601)) is still to come."
            case .altered(let findings):
                """
                The log is not as it was written, in \(findings) places; pruning would hide that. \
                See: chancery audit verify
                """
            case .nothing(let time): "Nothing was sealed before \(time.formatted(.iso8601))."
            case .onlyNewest(let time):
                "Nothing but the newest part of the log was sealed before "
                    + "\(time.formatted(.iso8601)), and that stays."
            case .changedMeanwhile: "The log was pruned by somebody else at the same time."
            }
        }
    }

    /// What was sealed before a time, after everything was looked at: what was tampered with is not
    /// removed.
    package func cut(before time: Date) async throws -> Cut {
        guard time <= clock.now else { throw Refusal.notYet(time) }
        let inspection = AuditInspection(database: database, key: key, clock: clock)
        let findings = try await inspection.run().findings
        guard findings.isEmpty else { throw Refusal.altered(findings: findings.count) }
        let (anchor, newest) = try await database.read {
            (try $0.lastAuditAnchor(), try $0.lastAuditEntryNumber())
        }
        let start = anchor?.number ?? 0
        var last: AuditSeal?
        var entries = 0
        var isSomeOlder = false
        try await eachSeal(after: start) { seal in
            // The newest entry stays: SQLite would give its number to the next one.
            guard seal.at < time else { return false }
            isSomeOlder = true
            guard !seal.entries.contains(where: { $0.id == newest }) else { return false }
            entries += seal.entries.count
            last = seal
            return true
        }
        guard let last else {
            throw isSomeOlder ? Refusal.onlyNewest(before: time) : Refusal.nothing(before: time)
        }
        return Cut(
            after: start, last: last.number, entries: entries, startHash: anchor?.hash ?? [],
            lastHash: last.hash)
    }

    /// Gives out what will go, as JSON lines: where it begins; the entries of a seal; the seal.
    package func export(_ cut: Cut, _ write: (String) throws -> Void) async throws {
        let encoder = JSONEncoder.line
        try write(
            try encoder.line(
                ExportedStart(after: cut.after, hash: cut.startHash.hexadecimal.lowercased())))
        var reached = cut.after
        while reached < cut.last {
            let start = reached
            let (seals, entries) = try await database.read { tx in
                let seals = try tx.auditSeals(above: start, max: Self.sealsMax, upTo: cut.last)
                let numbers = seals.flatMap { $0.entries.map(\.id) }
                return (seals, try tx.auditEntries(numbered: numbers))
            }
            guard let last = seals.last else { throw Refusal.changedMeanwhile }
            for seal in seals {
                for one in seal.entries {
                    guard let entry = entries[one.id] else { throw Refusal.changedMeanwhile }
                    try write(try encoder.line(ExportedEntry(entry)))
                }
                try write(try encoder.line(ExportedSeal(seal)))
            }
            reached = last.number
        }
    }

    /// Removes it. What was given out has to be on a disk by now.
    package func prune(_ cut: Cut) async throws {
        var reached = cut.after
        while reached < cut.last {
            let start = reached
            let (key, now, entriesMax) = (key, clock.now, entriesMax)
            reached = try await database.write { tx in
                try tx.prune(cut, after: start, entriesMax: entriesMax, with: key, at: now)
            }
        }
    }

    private func eachSeal(
        after number: Int64, _ body: (AuditSeal) throws -> Bool
    ) async throws {
        var reached = number
        while true {
            let start = reached
            let seals = try await database.read {
                try $0.auditSeals(above: start, max: Self.sealsMax)
            }
            for seal in seals { guard try body(seal) else { return } }
            guard let last = seals.last else { return }
            reached = last.number
        }
    }
}

extension Transaction {
    /// Removes the next seals and writes down how far that got. Returns their last number.
    fileprivate func prune(
        _ cut: AuditPruning.Cut, after number: Int64, entriesMax: Int, with key: AuditKey,
        at now: Date
    ) throws -> Int64 {
        let before = try lastAuditAnchor()
        guard before?.number ?? 0 == number else { throw AuditPruning.Refusal.changedMeanwhile }
        var seals: [AuditSeal] = []
        var entries: [Int64] = []
        var isWhole = true
        for seal in try auditSeals(above: number, max: AuditPruning.sealsMax, upTo: cut.last) {
            guard entries.count < entriesMax else { break }
            isWhole = isWhole && seal.number == number + 1 + Int64(seals.count)
            seals.append(seal)
            entries += seal.entries.map(\.id)
        }
        guard let last = seals.last, isWhole,
            last.number < cut.last || last.hash == cut.lastHash
        else { throw AuditPruning.Refusal.changedMeanwhile }
        let anchor = AuditAnchor(
            number: last.number, at: now, entries: (before?.entries ?? 0) + Int64(entries.count),
            reached: max(before?.reached ?? 0, entries.max() ?? 0),
            ledgers: (before?.ledgers ?? []).replaced(by: seals.compactMap(\.ledger)),
            hash: last.hash)
        try insert(anchor, code: try key.code(of: anchor.octets))
        try remove(seals)
        return last.number
    }
}

extension [String] {
    /// Marks of signing logs, the last one of each.
    fileprivate func replaced(by newer: [String]) -> [String] {
        var marks: [String: String] = [:]
        for text in self + newer {
            if let mark = SigningLedger.Mark(text) { marks[mark.name] = text }
        }
        return marks.sorted { $0.key < $1.key }.map(\.value)
    }
}
