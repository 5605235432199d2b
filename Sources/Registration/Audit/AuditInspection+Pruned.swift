package import Foundation
import Issuance
import Storage

extension AuditInspection {
    /// How many entries of the log are held against a file at once.
    private static let copiesMax = 10_000

    /// Goes over a file of what was pruned, as over the log itself: its entries have their codes,
    /// its seals lead from one anchor, or the beginning, to another, and none of its entries was
    /// put back into the log.
    package func run(
        onPruned file: URL, kept: AuditReport.Head? = nil
    ) async throws -> AuditReport {
        guard try await key.openExisting(database) else { throw AuditKey.Problem.missing }
        let key = key
        let anchors = try await database.read { try $0.auditAnchors() }.filter {
            try key.isCode($0.code, of: $0.anchor.octets)
        }
        var course = PrunedCourse(anchors: anchors.map(\.anchor), kept: kept)
        // Whatever the reason is, there is nothing to go over.
        guard let content = try? Data(contentsOf: file, options: .mappedIfSafe) else {
            throw PrunedFileUnreadable(path: file.path(percentEncoded: false))
        }
        var rest = content[...]
        while !rest.isEmpty, course.isReadable {
            let end = rest.firstIndex(of: UInt8(ascii: "\n")) ?? rest.endIndex
            try course.read(rest[..<end], key)
            rest = rest[end...].dropFirst()
        }
        course.end()
        for id in try await copies(of: course.codes) { course.find(.entryRepeated(id)) }
        return course.report
    }

    /// The entries of the log whose codes begin as one of these.
    private func copies(of codes: Set<UInt64>) async throws -> [Int64] {
        var copies: [Int64] = []
        var last: Int64 = 0
        while true {
            let reached = last
            let part = try await database.read {
                try $0.auditCodes(above: reached, max: Self.copiesMax)
            }
            copies += part.filter { codes.contains($0.code.beginning) }.map(\.id)
            guard let end = part.last?.id else { return copies }
            last = end
        }
    }
}

/// A file of what was pruned that is not there, or cannot be read.
package struct PrunedFileUnreadable: Error, Equatable, CustomStringConvertible {
    package let path: String

    package var description: String { "\(path) is not there, or cannot be read." }
}

/// How far the inspection of a file has got.
private struct PrunedCourse {
    private let anchors: [Int64: [UInt8]]
    private let kept: AuditReport.Head?
    private let decoder = JSONDecoder()
    private var line = 0
    private var number: Int64 = 0
    private var hash: [UInt8] = []
    /// Entries since the last seal.
    private var entries: [Int64: ExportedEntry] = [:]
    private var isAnchored = false
    private(set) var isReadable = true
    private(set) var report = AuditReport()
    /// How the codes of the entries begin, as numbers.
    private(set) var codes: Set<UInt64> = []

    init(anchors: [AuditAnchor], kept: AuditReport.Head?) {
        self.anchors = Dictionary(uniqueKeysWithValues: anchors.map { ($0.number, $0.hash) })
        self.kept = kept
        report.isKeptPruned = kept != nil
    }

    mutating func find(_ finding: AuditReport.Finding) {
        guard report.findings.count < AuditInspection.findingsMax else { return }
        report.findings.append(finding)
    }

    mutating func read(_ text: Data, _ key: AuditKey) throws {
        line += 1
        if line == 1, let start = decoded(ExportedStart.self, text) {
            begin(start)
        } else if line > 1, let entry = decoded(ExportedEntry.self, text), entries[entry.id] == nil
        {
            entries[entry.id] = entry
        } else if line > 1, let seal = decoded(ExportedSeal.self, text)?.content {
            try follow(seal, key)
        } else {
            find(.lineUnreadable(line))
            isReadable = false
        }
    }

    private func decoded<Line: Decodable>(_ type: Line.Type, _ text: Data) -> Line? {
        // Whatever is wrong with it, it is no such line.
        try? decoder.decode(type, from: text)
    }

    private mutating func begin(_ start: ExportedStart) {
        number = start.after
        hash = [UInt8](hex: start.hash) ?? []
        if number != 0 || !hash.isEmpty, anchors[number] != hash { find(.notPrunedHere) }
    }

    private mutating func follow(_ seal: AuditSeal, _ key: AuditKey) throws {
        for missing in (number + 1..<max(seal.number, number + 1)).prefix(100) {
            find(.sealRemoved(missing))
        }
        let follows = seal.number == number + 1
        number = seal.number
        report.seals += 1
        var found: [(id: Int64, code: [UInt8])] = []
        let isWhole = try check(seal, key, &found)
        let expected = AuditChain.hash(
            after: hash, number: seal.number, at: seal.at, entries: found, ledger: seal.ledger)
        if follows, isWhole, expected != seal.hash { find(.sealAltered(seal.number)) }
        hash = seal.hash
        if let anchor = anchors[number] {
            isAnchored = true
            if anchor != hash { find(.sealAltered(number)) }
        }
        if let kept, kept.number == number {
            report.isKeptPruned = false
            if kept.hash != hash { find(.otherHistory(kept)) }
        }
    }

    /// Holds the entries of a seal against it. Returns whether all are as they were.
    private mutating func check(
        _ seal: AuditSeal, _ key: AuditKey, _ found: inout [(id: Int64, code: [UInt8])]
    ) throws -> Bool {
        var isWhole = true
        for one in seal.entries {
            guard let exported = entries.removeValue(forKey: one.id) else {
                find(.entryRemoved(one.id, seal: seal.number, at: seal.at))
                isWhole = false
                continue
            }
            report.entries += 1
            if let (content, code) = exported.entry, try key.isCode(code, of: content.octets) {
                found.append((one.id, code))
                codes.insert(code.beginning)
                if AuditSeal.Sealed(id: one.id, code: code) == one { continue }
                find(.entryMoved(one.id, from: nil))
            } else {
                find(.entryAltered(one.id))
            }
            isWhole = false
        }
        for (id, exported) in entries.sorted(by: { $0.key < $1.key }) {
            let isGenuine = try exported.entry.map { entry in
                try key.isCode(entry.code, of: entry.content.octets)
            }
            find(.entryAdded(id, isGenuine: isGenuine ?? false))
        }
        entries = [:]
        return isWhole
    }

    mutating func end() {
        guard isAnchored else {
            if !report.findings.contains(.notPrunedHere) { find(.notPrunedHere) }
            return
        }
        // Behind the last seal nothing was written.
        for id in entries.keys.sorted() { find(.entryAdded(id, isGenuine: false)) }
    }
}

extension [UInt8] {
    /// The first eight octets: of a code, as good as the whole of it.
    fileprivate var beginning: UInt64 { prefix(8).reduce(0) { $0 << 8 | UInt64($1) } }
}
