import Foundation
package import Storage

/// Goes over the audit log from its first entry, and says what is not as it was written.
///
/// The log is only added to, so it is read a part at a time, beside a running server. What was
/// added after the beginning is left to the next inspection.
package struct AuditInspection: Sendable {
    /// Seals that are read at a time.
    static let sealsMax = 64
    /// Findings past these are left out: the log is in ruins anyway.
    static let findingsMax = 1000
    /// How long an entry may wait before somebody should look why.
    static let waitSecondsMax: Double = 60
    /// How often it begins anew because the log is being pruned.
    static let attemptsMax = 20

    let database: any Database
    let key: AuditKey
    private let clock: WallClock

    package init(database: any Database, key: AuditKey, clock: WallClock) {
        self.database = database
        self.key = key
        self.clock = clock
    }

    /// - Parameter kept: a head from an earlier time that the chain has to lead through.
    package func run(kept: AuditReport.Head? = nil) async throws -> AuditReport {
        var report = AuditReport()
        for _ in 0..<Self.attemptsMax {
            let before = try await database.read { try $0.lastAuditAnchor() }
            report = try await attempt(kept: kept)
            // What was pruned meanwhile looks as if it were missing.
            if try await database.read({ try $0.lastAuditAnchor() }) == before { break }
        }
        return report
    }

    private func attempt(kept: AuditReport.Head?) async throws -> AuditReport {
        var course = Course(now: clock.now, kept: kept)
        guard try await key.openExisting(database) else {
            return try await withoutKey(kept: kept)
        }
        let key = key
        guard let (head, code) = try await database.read({ try $0.auditHead() }) else {
            let course = course
            return try await database.read { tx in
                var course = course
                try course.beginWithoutHead(tx)
                try course.end(tx, key)
                return course.report
            }
        }
        course.begin(head, isGenuine: try key.isCode(code, of: head.octets))
        for (anchor, code) in try await database.read({ try $0.auditAnchors() }) {
            course.begin(anchor, isGenuine: try key.isCode(code, of: anchor.octets))
        }
        while true {
            let reached = course.number
            let before = course
            let (seals, after) = try await database.read { tx in
                var course = before
                let seals = try tx.auditSeals(above: reached, max: Self.sealsMax)
                for seal in seals { try course.follow(seal, tx, key) }
                return (seals, course)
            }
            course = after
            if seals.count < Self.sealsMax { break }
        }
        let last = course
        return try await database.read { tx in
            var course = last
            try course.end(tx, key)
            return course.report
        }
    }

    /// An installation that has written nothing has no key; one that has entries without one lost
    /// it.
    private func withoutKey(kept: AuditReport.Head?) async throws -> AuditReport {
        let (isEmpty, isFounded) = try await database.read { tx in
            (try tx.auditCodes(above: 0, max: 1).isEmpty, try tx.rootAccount() != nil)
        }
        guard isEmpty else { throw AuditKey.Problem.missing }
        var report = AuditReport()
        if isFounded { report.findings.append(.logMissing) }
        if let kept { report.findings.append(.otherHistory(kept)) }
        return report
    }
}

/// How far an inspection has got.
private struct Course {
    private let now: Date
    private let kept: AuditReport.Head?
    private var head = AuditHead()
    /// Where the chain begins, if its beginning was pruned.
    private var anchor: AuditAnchor?
    private var isKeptSeen = false
    private(set) var number: Int64 = 0
    private var hash: [UInt8] = []
    private var sealed = NumberSet()
    private var codes = RecentCodes()
    /// Entries whose codes are others than those that were sealed.
    private var strangers: [(id: Int64, sealed: [UInt8], found: [UInt8])] = []
    private(set) var report = AuditReport()

    init(now: Date, kept: AuditReport.Head?) {
        self.now = now
        self.kept = kept
    }

    private mutating func find(_ finding: AuditReport.Finding) {
        guard report.findings.count < AuditInspection.findingsMax else { return }
        report.findings.append(finding)
    }

    mutating func begin(_ head: AuditHead, isGenuine: Bool) {
        self.head = head
        report.head = AuditReport.Head(number: head.number, hash: head.hash)
        if !isGenuine { find(.headAltered) }
    }

    /// The chain goes on from the last anchor that was written here.
    mutating func begin(_ anchor: AuditAnchor, isGenuine: Bool) {
        guard isGenuine else { return find(.anchorAltered(anchor.number)) }
        self.anchor = anchor
        number = anchor.number
        hash = anchor.hash
        report.pruned = Int(anchor.entries)
        guard let kept, kept.number <= anchor.number else { return }
        guard kept.number == anchor.number else {
            report.isKeptPruned = !isKeptSeen
            return
        }
        isKeptSeen = true
        if kept.hash != anchor.hash { find(.otherHistory(kept)) }
    }

    mutating func beginWithoutHead(_ tx: any Transaction) throws {
        guard try tx.auditSeals(above: 0, max: 1).isEmpty, try tx.auditAnchors().isEmpty else {
            return find(.headMissing)
        }
        // The founding itself left an entry.
        if try tx.auditCodes(above: 0, max: 1).isEmpty, try tx.rootAccount() != nil {
            find(.logMissing)
        }
    }

    mutating func follow(_ seal: AuditSeal, _ tx: any Transaction, _ key: AuditKey) throws {
        for missing in (number + 1..<max(seal.number, number + 1)).prefix(100) {
            find(.sealRemoved(missing))
        }
        let follows = seal.number == number + 1
        number = seal.number
        guard seal.number <= head.number else {
            // The server may have sealed since the head was read.
            let current = try tx.auditHead()?.head.number ?? 0
            if seal.number > current { find(.sealAdded(seal.number)) }
            sealed.add(seal.entries.map(\.id))
            return
        }
        report.seals += 1
        var found: [(id: Int64, code: [UInt8])] = []
        let isWhole = try check(seal, tx, key, &found)
        let expected = AuditChain.hash(
            after: hash, number: seal.number, at: seal.at, entries: found, ledger: seal.ledger)
        // After a seal that is gone, and with entries that are not what they were, it cannot fit.
        if follows, isWhole, expected != seal.hash { find(.sealAltered(seal.number)) }
        hash = seal.hash
        if let kept, kept.number == number, kept.hash != hash { find(.otherHistory(kept)) }
    }

    /// Holds the entries of a seal against it. Returns whether all are as they were.
    private mutating func check(
        _ seal: AuditSeal, _ tx: any Transaction, _ key: AuditKey,
        _ found: inout [(id: Int64, code: [UInt8])]
    ) throws -> Bool {
        let entries = try tx.auditEntries(numbered: seal.entries.map(\.id))
        sealed.add(seal.entries.map(\.id))
        var isWhole = true
        for one in seal.entries {
            guard let entry = entries[one.id] else {
                find(.entryRemoved(one.id, seal: seal.number, at: seal.at))
                isWhole = false
                continue
            }
            report.entries += 1
            found.append((entry.id, entry.code))
            if try !key.isCode(entry.code, of: entry.content.octets) {
                find(.entryAltered(one.id))
                isWhole = false
            } else if AuditSeal.Sealed(id: one.id, code: entry.code) != one {
                strangers.append((one.id, one.code, entry.code))
                isWhole = false
            } else if !codes.add(entry.code) {
                find(.entryRepeated(one.id))
            }
        }
        return isWhole
    }

    mutating func end(_ tx: any Transaction, _ key: AuditKey) throws {
        for stranger in strangers {
            let origin = strangers.first {
                $0.sealed == AuditSeal.Sealed(id: 0, code: stranger.found).code
            }
            find(.entryMoved(stranger.id, from: origin?.id))
        }
        if let anchor, anchor.number > head.number {
            find(.cutOff(first: head.number + 1, last: anchor.number, entries: 0))
        }
        if let anchor, let returned = try tx.firstAuditSeal(upTo: anchor.number) {
            find(.sealReturned(returned))
        }
        if number < head.number {
            let known = Int64(sealed.count) + (anchor?.entries ?? 0)
            find(
                .cutOff(
                    first: number + 1, last: head.number, entries: max(0, head.entries - known)))
        } else if number == head.number, hash != head.hash, report.findings.isEmpty {
            find(.sealAltered(number))
        }
        if let kept, kept.number > number { find(.otherHistory(kept)) }
        try findAdded(tx, key)
        try findWaiting(tx, key)
    }

    /// Entries between those that were sealed.
    private mutating func findAdded(_ tx: any Transaction, _ key: AuditKey) throws {
        let waiting = Set(head.missing.map(\.id))
        for hole in sealed.holes(upTo: head.reached) {
            let numbers = try tx.auditEntryNumbers(
                above: hole.lowerBound - 1, below: hole.upperBound + 1,
                max: AuditInspection.findingsMax)
            let strays = numbers.filter { !sealed.isLate($0) }
            for (id, entry) in try tx.auditEntries(numbered: strays).sorted(by: { $0.key < $1.key })
            {
                let isGenuine = try key.isCode(entry.code, of: entry.content.octets)
                if isGenuine, waiting.contains(id) {
                    report.waiting += 1
                } else {
                    find(.entryAdded(id, isGenuine: isGenuine))
                }
            }
        }
    }

    /// Entries that came after the last seal.
    private mutating func findWaiting(_ tx: any Transaction, _ key: AuditKey) throws {
        var reached = max(head.reached, sealed.last)
        var oldest: Date?
        while true {
            let part = try tx.auditCodes(above: reached, max: 1000)
            guard let first = part.first, let last = part.last else { break }
            for entry in try tx.auditEntries(from: first.id, to: last.id) {
                report.waiting += 1
                if try !key.isCode(entry.code, of: entry.content.octets) {
                    find(.entryAdded(entry.id, isGenuine: false))
                } else if !codes.add(entry.code) {
                    find(.entryRepeated(entry.id))
                }
                oldest = min(oldest ?? entry.content.at, entry.content.at)
            }
            reached = last.id
        }
        if let oldest, now.timeIntervalSince(oldest) > AuditInspection.waitSecondsMax {
            find(.sealingBehind(since: oldest))
        }
    }
}

extension Transaction {
    /// Entries by their numbers, which mostly follow on one another.
    func auditEntries(numbered ids: [Int64]) throws -> [Int64: AuditEntry] {
        var found: [Int64: AuditEntry] = [:]
        var rest = ids.sorted()[...]
        while let first = rest.first {
            let run = rest.prefix { $0 - first < 500 }
            rest = rest.dropFirst(run.count)
            let wanted = Set(run)
            for entry in try auditEntries(from: first, to: run.last!)
            where wanted.contains(entry.id) {
                found[entry.id] = entry
            }
        }
        return found
    }
}
