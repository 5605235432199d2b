package import Foundation
import Issuance
package import Storage

/// Holds the logs of signatures against what is recorded: every signature has to be of something
/// that the database has, and every certificate has to have its signature.
package struct SigningInspection: Sendable {
    static let certificatesMax = 500
    static let findingsMax = 1000
    /// At the end of a log that does not end, so far back somebody may have been between signing
    /// and recording.
    static let interruptedSeconds: Double = 30
    /// What clocks may be apart between deciding and signing.
    static let clockSlackSeconds: Double = 5

    private let database: any Database
    private let folders: [URL]

    /// - Parameter folders: of this node's logs, and of others'.
    package init(database: any Database, folders: [URL]) {
        self.database = database
        self.folders = folders
    }

    package func run() async throws -> SigningReport {
        var report = SigningReport()
        for _ in 0..<AuditInspection.attemptsMax {
            let anchor = try await database.read { try $0.lastAuditAnchor() }
            report = try await attempt(anchor)
            // The marks of seals that were pruned meanwhile are in another anchor.
            if try await database.read({ try $0.lastAuditAnchor() }) == anchor { break }
        }
        return report
    }

    /// A server may go on signing, recording and sealing. So logs are read twice: up to what they
    /// had at first, each signature has to be of something recorded; and whatever is recorded or
    /// sealed after that has to be in what they have at last.
    private func attempt(_ anchor: AuditAnchor?) async throws -> SigningReport {
        var course = Course()
        var ends: [URL: LogEnd] = [:]
        for file in try files() { ends[file] = try Self.end(of: file) }
        try await readRecorded(into: &course)
        let sealed = try await database.read { try $0.auditHead()?.head.number } ?? 0
        let later = try files().filter { ends[$0] == nil }
        for (file, end) in ends.sorted(by: { $0.key.path < $1.key.path }) {
            try course.follow(file, end)
        }
        for file in later { try course.follow(file, LogEnd()) }
        try await holdAgainstSeals(&course, anchor, upTo: sealed)
        course.finish()
        course.report.mayLieElsewhere = database.dialect == .postgres
        return course.report
    }

    private func files() throws -> [URL] {
        try folders.flatMap { try LedgerReading.files(in: $0) }
    }

    /// How many lines a log has now, and when the last one was written.
    private static func end(of file: URL) throws -> LogEnd {
        var end = LogEnd()
        end.problem = try LedgerReading(file).each { record, _ in
            end.records += 1
            end.last = record.at
            if record.event == .closed { end.isClosed = true }
        }
        return end
    }

    private func readRecorded(into course: inout Course) async throws {
        course.add(try await database.read { try $0.authorityCertificates() })
        course.add(digests: try await database.read { try $0.crlDigests() })
        try await read(into: &course) { try $0.issuedCertificates(above: $1, max: $2) }
        try await read(into: &course) { try $0.precertificates(above: $1, max: $2) }
    }

    /// - Parameter batch: some of what was signed, above a number.
    private func read(
        into course: inout Course,
        _ batch: @escaping @Sendable (any Transaction, Int64, Int) throws -> [SignedOctets]
    ) async throws {
        var reached: Int64 = 0
        while true {
            let start = reached
            let some = try await database.read { try batch($0, start, Self.certificatesMax) }
            course.add(some)
            guard let last = some.last else { break }
            reached = last.id
        }
    }

    /// The audit log says how far each log had got.
    private func holdAgainstSeals(
        _ course: inout Course, _ anchor: AuditAnchor?, upTo last: Int64
    ) async throws {
        for mark in (anchor?.ledgers ?? []).compactMap(SigningLedger.Mark.init) {
            course.hold(mark)
        }
        var reached: Int64 = 0
        while true {
            let start = reached
            let seals = try await database.read {
                try $0.auditSeals(above: start, max: 1000, upTo: last)
            }
            for seal in seals {
                if let mark = seal.ledger.flatMap({ SigningLedger.Mark($0) }) { course.hold(mark) }
            }
            guard let last = seals.last else { break }
            reached = last.number
        }
    }
}

private struct LogEnd {
    var records = 0
    var last: Date?
    var isClosed = false
    var problem: LedgerReading.Problem?
}

/// How far an inspection has got.
private struct Course {
    private struct Recorded {
        let table: String
        let id: Int64
        let at: Date?
    }

    private var unsigned: [[UInt8]: Recorded] = [:]
    private var recorded: Set<[UInt8]> = []
    /// What each log's hash was at each mark that the seals may ask for.
    private var hashes: [String: [[UInt8]]] = [:]
    private var starts: [(name: String, at: Date, boot: String)] = []
    private var ends: [String: LogEnd] = [:]
    /// How many lines are known of logs that are not there.
    private var missing: [String: Int] = [:]
    var report = SigningReport()

    /// Half of a digest tells one from the others, and is half as much to keep.
    private static func short(_ digest: [UInt8]) -> [UInt8] { Array(digest.prefix(16)) }

    private mutating func find(_ finding: SigningReport.Finding) {
        guard report.findings.count < SigningInspection.findingsMax else { return }
        report.findings.append(finding)
    }

    mutating func add(_ signed: [SignedOctets]) {
        for one in signed {
            guard let digest = Signing.digest(ofSigned: one.der).map(Self.short) else { continue }
            recorded.insert(digest)
            unsigned[digest] = Recorded(table: one.table, id: one.id, at: one.at)
        }
    }

    /// Lists are made again and again, and only the last ones are kept.
    mutating func add(digests: [[UInt8]]) {
        recorded.formUnion(digests.map(Self.short))
    }

    mutating func follow(_ file: URL, _ end: LogEnd) throws {
        let name = file.deletingPathExtension().lastPathComponent
        report.logs += 1
        ends[name] = end
        switch end.problem {
        case .altered(let line): find(.logAltered(name, line: line))
        case .unreadable: find(.logUnreadable(name))
        // The line that a dying process did not finish is of a signature that it did not release.
        case .torn, nil: break
        }
        var hashes: [[UInt8]] = []
        var open: [[UInt8]: (line: Int, at: Date, signing: Signing)] = [:]
        _ = try LedgerReading(file).each { record, hash in
            hashes.append(hash)
            let isLater = record.number >= end.records
            switch record.event {
            case .opened(_, let boot): starts.append((name, record.at, boot))
            case .signed(let signing):
                let digest = Self.short(signing.digest)
                unsigned[digest] = nil
                // It may have been recorded since; the next inspection looks for it.
                guard !isLater else { return }
                report.signatures += 1
                guard !recorded.contains(digest), signing.purpose != .request else { return }
                open[digest] = (record.number, record.at, signing)
            case .abandoned(let digest, _):
                if open.removeValue(forKey: Self.short(digest)) != nil { report.abandoned += 1 }
            case .closed: break
            }
        }
        self.hashes[name] = hashes
        for (line, at, signing) in open.values.sorted(by: { $0.line < $1.line }) {
            let isLast = end.last.map {
                $0.timeIntervalSince(at) <= SigningInspection.interruptedSeconds
            }
            if !end.isClosed, isLast == true {
                report.interrupted += 1
            } else {
                find(
                    .unrecorded(
                        name, line: line, purpose: signing.purpose, serial: signing.serial, at: at))
            }
        }
    }

    mutating func hold(_ mark: SigningLedger.Mark) {
        guard let hashes = hashes[mark.name] else {
            missing[mark.name] = mark.records
            return
        }
        if mark.records > hashes.count {
            // Said once, with the last that is known.
            report.findings.removeAll {
                if case .logCut(mark.name, _, _) = $0 { true } else { false }
            }
            find(.logCut(mark.name, records: hashes.count, known: mark.records))
        } else if mark.records > 0, hashes[mark.records - 1] != mark.hash,
            !report.findings.contains(.logReplaced(mark.name))
        {
            find(.logReplaced(mark.name))
        }
    }

    mutating func finish() {
        for (name, known) in missing.sorted(by: { $0.key < $1.key }) {
            find(.logMissing(name, known: known))
        }
        let first = starts.map(\.at).min()
        for one in unsigned.values.sorted(by: { ($0.table, $0.id) < ($1.table, $1.id) }) {
            guard let first, let at = one.at,
                at >= first.addingTimeInterval(-SigningInspection.clockSlackSeconds)
            else {
                // Whatever is missing may have begun sooner.
                if missing.isEmpty { report.older += 1 } else { report.unlogged += 1 }
                continue
            }
            if isLostWithPower(at) {
                report.lostWithPower += 1
            } else if one.table != "issuers" {
                // A CA certificate may have been signed elsewhere; what it signs is looked at.
                find(.unsigned(table: one.table, id: one.id))
            }
        }
    }

    /// Whether it was signed after the last line of a log that broke off with the machine.
    private func isLostWithPower(_ at: Date) -> Bool {
        starts.contains { start in
            guard let end = ends[start.name], !end.isClosed, let last = end.last,
                let next = starts.filter({ $0.at > last && $0.boot != start.boot }).map(\.at).min()
            else { return false }
            let slack = SigningInspection.clockSlackSeconds
            return at >= last.addingTimeInterval(-slack) && at <= next
        }
    }
}
