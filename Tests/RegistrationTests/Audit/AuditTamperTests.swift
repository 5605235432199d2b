import Foundation
import Issuance
import OrderCore
import Registration
import Storage
import TestKit
import Testing

/// The log as somebody would leave it who can write to the database, and cannot open the secret.
@Suite struct AuditTamperTests {
    @Test("a log that nobody touched is as it was written", arguments: Engine.all)
    func untouched(engine: Engine) async throws {
        let log = try await SampleLogbook(on: engine)
        let report = try await log.inspect()
        #expect(report.findings == [])
        #expect(report.entries == 7)
        #expect(report.seals == 4)
        #expect(report.waiting == 0)
        #expect(try await log.inspect(kept: report.head).findings == [])
    }

    @Test("neither engine changes or removes entries and seals", arguments: Engine.all)
    func refused(engine: Engine) async throws {
        let log = try await SampleLogbook(on: engine)
        for sql in [
            "UPDATE audit_entries SET object_id = 9 WHERE id = 3",
            "DELETE FROM audit_entries WHERE id = 3", "DELETE FROM audit_seals WHERE number = 4",
            "UPDATE audit_seals SET sealed_at = 1 WHERE number = 4",
        ] {
            await #expect(throws: (any Error).self, "\(sql)") {
                _ = try await log.store.write { try $0.run(sql, []) }
            }
        }
        #expect(try await log.inspect().findings == [])
    }

    @Test(
        "an entry that was altered is named",
        arguments: Engine.all, ["changes = '[]'", "author_name = 'mallory'", "at = at + 1"])
    func altered(engine: Engine, change: String) async throws {
        let log = try await SampleLogbook(on: engine)
        try await log.tamper("UPDATE audit_entries SET \(change) WHERE id = 3")
        #expect(try await log.inspect().findings == [.entryAltered(3)])
    }

    @Test("an entry that was removed is named", arguments: Engine.all)
    func removed(engine: Engine) async throws {
        let log = try await SampleLogbook(on: engine)
        try await log.tamper("DELETE FROM audit_entries WHERE id = 3")
        let report = try await log.inspect()
        #expect(report.findings == [.entryRemoved(3, seal: 2, at: log.start)])
    }

    @Test(
        "a log that was removed whole is missed, with and without its keys",
        arguments: Engine.all)
    func wiped(engine: Engine) async throws {
        let log = try await SampleLogbook(on: engine)
        let head = try #require(await log.inspect().head)
        try await log.tamper(
            """
            INSERT INTO accounts (parent_id, kind, organization_name, created_at)
            VALUES (NULL, 'enterprise', 'Example', 0)
            """)
        try await log.tamper(
            "DELETE FROM audit_entries", "DELETE FROM audit_seals", "DELETE FROM audit_head")
        #expect(try await log.inspect().findings == [.logMissing])
        #expect(try await log.inspect(kept: head).findings == [.logMissing, .otherHistory(head)])
        try await log.tamper("DELETE FROM audit_keys")
        #expect(try await log.inspect().findings == [.logMissing])
        #expect(try await log.inspect(kept: head).findings == [.logMissing, .otherHistory(head)])
    }

    @Test("the last entry is missed, with and without its seal", arguments: Engine.all)
    func lastRemoved(engine: Engine) async throws {
        let log = try await SampleLogbook(on: engine)
        try await log.tamper("DELETE FROM audit_entries WHERE id = 7")
        #expect(
            try await log.inspect().findings == [.entryRemoved(7, seal: 4, at: log.start)])
        try await log.tamper("DELETE FROM audit_seals WHERE number = 4")
        #expect(
            try await log.inspect().findings == [.cutOff(first: 4, last: 4, entries: 1)])
    }

    @Test("going back to an earlier head is found", arguments: Engine.all)
    func headForged(engine: Engine) async throws {
        let log = try await SampleLogbook(on: engine)
        let kept = try #require(try await log.inspect().head)
        try await log.tamper(
            "DELETE FROM audit_entries WHERE id = 7", "DELETE FROM audit_seals WHERE number = 4",
            """
            UPDATE audit_head SET number = 3, entries = 6, reached = 6,
              hash = (SELECT hash FROM audit_seals WHERE number = 3)
            """)
        #expect(
            try await log.inspect(kept: kept).findings == [.headAltered, .otherHistory(kept)])
        try await log.tamper("DELETE FROM audit_head")
        #expect(try await log.inspect().findings.first == .headMissing)
    }

    @Test("entries that changed places are named", arguments: Engine.all)
    func swapped(engine: Engine) async throws {
        let log = try await SampleLogbook(on: engine)
        try await log.tamper(
            "UPDATE audit_entries SET id = -2 WHERE id = 2",
            "UPDATE audit_entries SET id = 2 WHERE id = 5",
            "UPDATE audit_entries SET id = 5 WHERE id = -2")
        #expect(
            try await log.inspect().findings == [
                .entryMoved(2, from: 5), .entryMoved(5, from: 2),
            ])
    }

    @Test("an entry that somebody added is named, wherever it stands", arguments: Engine.all)
    func added(engine: Engine) async throws {
        let log = try await SampleLogbook(on: engine)
        let columns = """
            at, account_id, author, author_name, operation, user_id, api_key_id, request_id,
            address, forwarded, object, object_id, changes, code
            """
        func insert(_ id: Int, as name: String) -> String {
            """
            INSERT INTO audit_entries (id, \(columns)) SELECT \(id), \
            \(columns.replacing("author_name", with: name)) FROM audit_entries WHERE id = 4
            """
        }
        try await log.tamper(insert(-5, as: "author_name"), insert(100, as: "'mallory'"))
        #expect(
            try await log.inspect().findings == [
                .entryAdded(-5, isGenuine: true), .entryAdded(100, isGenuine: false),
            ])
        // The server seals whatever it finds; it is found all the same.
        #expect(try await log.sealing.runOnce() == 1)
        #expect(
            try await log.inspect().findings == [
                .entryAltered(100), .entryAdded(-5, isGenuine: true),
            ])
        try await log.tamper(insert(101, as: "author_name"))
        #expect(try await log.inspect().findings.contains(.entryRepeated(101)))
        #expect(try await log.sealing.runOnce() == 1)
        #expect(try await log.inspect().findings.contains(.entryRepeated(101)))
    }

    @Test("a seal that was altered, removed or added is named", arguments: Engine.all)
    func seals(engine: Engine) async throws {
        let log = try await SampleLogbook(on: engine)
        try await log.tamper("UPDATE audit_seals SET sealed_at = sealed_at + 1 WHERE number = 2")
        #expect(try await log.inspect().findings == [.sealAltered(2)])
        try await log.tamper("UPDATE audit_seals SET number = 9 WHERE number = 2")
        let findings = try await log.inspect().findings
        #expect(findings.contains(.sealRemoved(2)))
        #expect(findings.contains(.sealAdded(9)))
    }

    @Test("where another secret is given, nothing is vouched for", arguments: [Engine.memory])
    func otherSecret(engine: Engine) async throws {
        let log = try await SampleLogbook(on: engine)
        let other = AuditKey.sample(8, clock: log.house.clock)
        await #expect(throws: (any Error).self) {
            try await AuditInspection(
                database: log.store, key: other, clock: log.house.registry.clock
            ).run()
        }
    }

    @Test("an entry that a later commit brings in is sealed then", arguments: [Engine.memory])
    func late(engine: Engine) async throws {
        let log = try await SampleLogbook(on: engine)
        // As if its transaction were still open: its number is taken, and it is not there.
        let columns = """
            at, account_id, author, author_name, operation, user_id, api_key_id, request_id,
            address, forwarded, object, object_id, changes, code
            """
        try await log.add("k8")
        try await log.add("k9")
        try await log.tamper(
            "CREATE TABLE aside AS SELECT * FROM audit_entries WHERE id = 8",
            "DELETE FROM audit_entries WHERE id = 8")
        #expect(try await log.sealing.runOnce() == 1)
        #expect(try await log.inspect().findings == [])
        try await log.tamper(
            "INSERT INTO audit_entries (id, \(columns)) SELECT id, \(columns) FROM aside",
            "DROP TABLE aside")
        #expect(try await log.inspect().waiting == 1)
        #expect(try await log.sealing.runOnce() == 1)
        let report = try await log.inspect()
        #expect(report.findings == [])
        #expect(report.entries == 9)
    }
}
