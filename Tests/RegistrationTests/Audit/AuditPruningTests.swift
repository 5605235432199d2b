import Foundation
import Issuance
import OrderCore
import Storage
import TestKit
import Testing

@testable import Registration

/// A log whose beginning was moved to a file, as it is found by somebody who looks for tampering.
@Suite struct AuditPruningTests {
    @Test(
        "what was moved to a file is gone, and all else is as it was written",
        arguments: Engine.all)
    func pruned(engine: Engine) async throws {
        let book = try await PrunedBook(on: engine)
        let log = book.log
        let report = try await log.inspect()
        #expect(report.findings == [])
        #expect(report.pruned == 7)
        #expect(report.entries == 1)
        #expect(report.waiting == 1)
        let left = try await log.store.read { try $0.auditEntries(from: 1, to: 100).map(\.id) }
        #expect(left == [8, 9])
        #expect(try await log.sealing.runOnce() == 1)
        try await log.add("k10")
        #expect(try await log.sealing.runOnce() == 1)
        #expect(try await log.inspect().findings == [])
        #expect(try await log.inspection.run(onPruned: book.file).findings == [])
        #expect(try await log.inspection.run(onPruned: book.file).entries == 7)
    }

    @Test("pruning is an entry itself, with the number and the hash of the last seal that went")
    func entry() async throws {
        let book = try await PrunedBook()
        let entry = try #require(
            await book.log.store.read { try $0.auditEntries(from: 9, to: 9).first })
        #expect(entry.content.object == "audit_anchor")
        #expect(entry.content.objectID == 4)
        #expect(entry.content.changes.contains(book.cut.lastHash.hexadecimal))
    }

    @Test("a part at a time, each with its anchor, it may end anywhere", arguments: Engine.all)
    func parts(engine: Engine) async throws {
        let log = try await SampleLogbook(on: engine)
        log.house.clock.advance(seconds: 100)
        try await log.add("k8")
        _ = try await log.sealing.runOnce()
        let pruning = log.pruning(entriesMax: 2)
        let cut = try await pruning.cut(before: log.start.addingTimeInterval(50))
        #expect((cut.after, cut.last, cut.entries) == (0, 4, 7))
        try await pruning.prune(cut)
        let anchors = try await log.store.read { try $0.auditAnchors().map(\.anchor) }
        #expect(anchors.map(\.number) == [2, 3, 4])
        #expect(anchors.map(\.entries) == [3, 6, 7])
        #expect(try await log.inspect().findings == [])
        await #expect(throws: AuditPruning.Refusal.changedMeanwhile) {
            try await pruning.prune(cut)
        }
    }

    @Test("the newest entry stays, so that no number is given twice", arguments: Engine.all)
    func newest(engine: Engine) async throws {
        let log = try await SampleLogbook(on: engine)
        log.house.clock.advance(seconds: 100)
        let cut = try await log.pruning().cut(before: log.house.registry.clock.now)
        #expect((cut.last, cut.entries) == (3, 6))
        try await log.pruning().prune(cut)
        #expect(try await log.sealing.runOnce() == 1)
        #expect(try await log.store.read { try $0.lastAuditEntryNumber() } == 8)
        #expect(try await log.inspect().findings == [])
    }

    @Test("without its anchor, a pruning is a removal", arguments: Engine.all)
    func withoutAnchor(engine: Engine) async throws {
        let book = try await PrunedBook(on: engine)
        let removed = (1...4).map { AuditReport.Finding.sealRemoved($0) }
        try await book.log.tamper("DELETE FROM audit_anchors")
        #expect(try await book.log.inspect().findings == removed)
        // Nor does another's hand make one.
        let other = try await SampleLogbook(on: engine)
        try await other.tamper(
            "DELETE FROM audit_entries WHERE id < 4",
            """
            INSERT INTO audit_anchors (id, pruned_at, entries, reached, ledgers, hash, code)
            VALUES (2, 0, 3, 3, NULL, (SELECT s.hash FROM audit_seals s WHERE s.number = 2),
              (SELECT s.hash FROM audit_seals s WHERE s.number = 2))
            """, "DELETE FROM audit_seals WHERE number < 3")
        #expect(
            try await other.inspect().findings
                == [.anchorAltered(2), .sealRemoved(1), .sealRemoved(2)])
    }

    @Test(
        "an anchor that was altered is named",
        arguments: Engine.all, ["entries = entries + 1", "pruned_at = 0", "reached = 9"])
    func altered(engine: Engine, change: String) async throws {
        let book = try await PrunedBook(on: engine)
        try await book.log.tamper("UPDATE audit_anchors SET \(change)")
        #expect(try await book.log.inspect().findings.first == .anchorAltered(4))
    }

    @Test("tampering with what is left is found as before", arguments: Engine.all)
    func left(engine: Engine) async throws {
        let book = try await PrunedBook(on: engine)
        _ = try await book.log.sealing.runOnce()
        try await book.log.tamper("UPDATE audit_entries SET author_name = 'mallory' WHERE id = 8")
        #expect(try await book.log.inspect().findings == [.entryAltered(8)])
        try await book.log.tamper("DELETE FROM audit_entries WHERE id >= 8")
        let found = try await book.log.inspect().findings
        #expect(found.count == 2 && found.allSatisfy { "\($0)".contains("was removed") })
        try await book.log.tamper("DELETE FROM audit_seals")
        #expect(
            try await book.log.inspect().findings == [.cutOff(first: 5, last: 6, entries: 2)])
    }

    @Test("what is put back where all was pruned is named", arguments: Engine.all)
    func returned(engine: Engine) async throws {
        let book = try await PrunedBook(on: engine)
        let columns = """
            at, account_id, author, author_name, operation, user_id, api_key_id, request_id,
            address, forwarded, object, object_id, changes, code
            """
        try await book.log.tamper(
            "INSERT INTO audit_entries (id, \(columns)) SELECT 3, \(columns) FROM audit_entries "
                + "WHERE id = 8",
            """
            INSERT INTO audit_seals (number, sealed_at, entries, ledgers, hash)
            SELECT 2, sealed_at, entries, ledgers, hash FROM audit_seals WHERE number = 5
            """)
        #expect(
            try await book.log.inspect().findings
                == [.sealReturned(2), .entryAdded(3, isGenuine: true)])
    }

    @Test("neither engine removes what no anchor says was moved", arguments: Engine.all)
    func refused(engine: Engine) async throws {
        let book = try await PrunedBook(on: engine)
        for sql in [
            "DELETE FROM audit_entries WHERE id = 8", "DELETE FROM audit_seals WHERE number = 5",
            "UPDATE audit_anchors SET reached = 9", "DELETE FROM audit_anchors",
            "UPDATE audit_entries SET object_id = 9 WHERE id = 8",
            "UPDATE audit_seals SET sealed_at = 1 WHERE number = 5",
        ] {
            await #expect(throws: (any Error).self, "\(sql)") {
                _ = try await book.log.store.write { try $0.run(sql, []) }
            }
        }
        #expect(try await book.log.inspect().findings == [])
    }

    @Test("a log that was tampered with is not pruned, and neither is what is to come")
    func refusals() async throws {
        let log = try await SampleLogbook(on: .usual)
        let pruning = log.pruning()
        let later = log.start.addingTimeInterval(1)
        await #expect(throws: AuditPruning.Refusal.notYet(later)) {
            try await pruning.cut(before: later)
        }
        await #expect(throws: AuditPruning.Refusal.nothing(before: log.start)) {
            try await pruning.cut(before: log.start)
        }
        log.house.clock.advance(seconds: 10)
        try await log.tamper("UPDATE audit_entries SET changes = '[]' WHERE id = 3")
        await #expect(throws: AuditPruning.Refusal.altered(findings: 1)) {
            try await pruning.cut(before: later)
        }
    }

    @Test("where nothing but the newest part is old enough, that is said")
    func newest() async throws {
        let house = try await SampleInstallation(on: .usual)
        let registry = house.registry
        _ = try await AuditSealing(
            database: registry.database, key: registry.auditKey, clock: registry.clock
        ).runOnce()
        let time = house.clock.wall.now.addingTimeInterval(5)
        house.clock.advance(seconds: 10)
        let pruning = AuditPruning(
            database: registry.database, key: registry.auditKey, clock: registry.clock)
        await #expect(throws: AuditPruning.Refusal.onlyNewest(before: time)) {
            try await pruning.cut(before: time)
        }
    }

    @Test("a file that is not there is said to be that")
    func fileMissing() async throws {
        let log = try await SampleLogbook(on: .usual)
        let path = "/nonexistent/pruned.jsonl"
        await #expect(throws: PrunedFileUnreadable(path: path)) {
            try await log.inspection.run(onPruned: URL(filePath: path))
        }
    }

    @Test("a head that was kept is found in the anchor, or in the file")
    func heads() async throws {
        let log = try await SampleLogbook(on: .usual)
        let seals = try await log.store.read { try $0.auditSeals(above: 0, max: 10) }
        let heads = seals.map { AuditReport.Head(number: $0.number, hash: $0.hash) }
        let book = try await PrunedBook(log)
        let last = try await log.inspect(kept: heads[3])
        #expect(last.findings == [] && !last.isKeptPruned)
        #expect(try await log.inspect(kept: heads[1]).isKeptPruned)
        let file = try await log.inspection.run(onPruned: book.file, kept: heads[1])
        #expect(file.findings == [] && !file.isKeptPruned)
        let other = AuditReport.Head(number: 4, hash: heads[0].hash)
        #expect(try await log.inspect(kept: other).findings == [.otherHistory(other)])
        let another = AuditReport.Head(number: 2, hash: heads[0].hash)
        #expect(
            try await log.inspection.run(onPruned: book.file, kept: another).findings
                == [.otherHistory(another)])
    }

    @Test("what was moved to a file and put back under another number is named by the file")
    func putBack() async throws {
        let log = try await SampleLogbook(on: .usual)
        let columns = """
            at, account_id, author, author_name, operation, user_id, api_key_id, request_id,
            address, forwarded, object, object_id, changes, code
            """
        try await log.tamper(
            "CREATE TABLE kept AS SELECT \(columns) FROM audit_entries WHERE id = 2")
        let book = try await PrunedBook(log)
        #expect(try await log.inspection.run(onPruned: book.file).findings == [])
        try await log.tamper("INSERT INTO audit_entries (\(columns)) SELECT \(columns) FROM kept")
        let last = try #require(
            await log.store.read { try $0.auditEntries(from: 1, to: 100).map(\.id).max() })
        #expect(
            try await log.inspection.run(onPruned: book.file).findings == [.entryRepeated(last)])
        // Sealed meanwhile, it looks as good as new to whoever has no file.
        _ = try await log.sealing.runOnce()
        #expect(try await log.inspect().findings == [])
        #expect(
            try await log.inspection.run(onPruned: book.file).findings == [.entryRepeated(last)])
    }

    @Test("what was changed in the file is named")
    func file() async throws {
        let book = try await PrunedBook()
        let lines = try String(contentsOf: book.file, encoding: .utf8)
            .split(separator: "\n").map(String.init)
        // The start, entry 1, seal 1, entries 2 and 3, seal 2, 4 to 6, seal 3, 7, seal 4.
        #expect(lines.count == 12)
        func findings(_ change: (inout [String]) -> Void) async throws -> [AuditReport.Finding] {
            var changed = lines
            change(&changed)
            let file = try book.scratch.write("changed", changed.joined(separator: "\n") + "\n")
            return try await book.log.inspection.run(onPruned: URL(filePath: file)).findings
        }
        #expect(try await findings { _ in } == [])
        let start = book.log.start
        #expect(
            try await findings { $0[3] = $0[3].replacing("k2", with: "k9") } == [.entryAltered(2)])
        #expect(
            try await findings { $0.remove(at: 3) } == [.entryRemoved(2, seal: 2, at: start)])
        #expect(try await findings { $0.remove(at: 5) }.contains(.sealRemoved(2)))
        #expect(try await findings { $0.removeLast() } == [.notPrunedHere])
        #expect(try await findings { $0[2] = "nonsense" }.first == .lineUnreadable(3))
        #expect(
            try await findings { $0[0] = "{\"after\":1,\"hash\":\"00\"}" }.first == .notPrunedHere)
        let other = try await SampleLogbook(on: .usual)
        #expect(
            try await other.inspection.run(onPruned: book.file).findings.contains(.notPrunedHere))
    }

    @Test("how far signing logs had got is known after pruning as before")
    func ledgers() async throws {
        let log = try await SampleLogbook(on: .usual)
        let hash = String(repeating: "AB", count: 32)
        _ = try await log.sealing.runOnce(ledger: "one 1 \(hash)")
        _ = try await log.sealing.runOnce(ledger: "two 5 \(hash)")
        _ = try await log.sealing.runOnce(ledger: "one 7 \(hash)")
        let before = try await log.signingFindings()
        #expect(before == [.logMissing("one", known: 7), .logMissing("two", known: 5)])
        _ = try await PrunedBook(log)
        let anchor = try await log.store.read { try $0.lastAuditAnchor() }
        #expect(anchor?.ledgers == ["one 7 \(hash)", "two 5 \(hash)"])
        #expect(try await log.signingFindings() == before)
    }
}
