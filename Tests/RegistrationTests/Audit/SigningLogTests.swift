import Foundation
import Issuance
import OrderCore
import Registration
import Storage
import TestKit
import Testing

/// The logs of signatures, held against the database.
@Suite struct SigningLogTests {
    @Test("each signature is of something recorded, and each certificate has its signature")
    func whole() async throws {
        let desk = try await SigningHouse()
        let order = try await desk.place()
        _ = try await desk.place("b.example.com")
        _ = try await desk.reissue(order)
        try desk.ledger.close()
        let report = try await desk.inspect()
        #expect(report.findings == [])
        // The root, the issuing authority and its first list, two orders, a reissue.
        #expect(report.signatures == 6)
        #expect(report.logs == 1)
        #expect(report.abandoned == 0)
        #expect(report.interrupted == 0)
        #expect(report.older == 0)
    }

    @Test("a signature that nothing recorded bears is named, once it is not under way any more")
    func unrecorded() async throws {
        let desk = try await SigningHouse()
        let forged = try await desk.signForgery()
        // It might be recorded any moment.
        var report = try await desk.inspect()
        #expect(report.findings == [])
        #expect(report.interrupted == 1)
        desk.advance(seconds: 31)
        try await desk.place()
        report = try await desk.inspect()
        #expect(
            report.findings == [
                .unrecorded(
                    "first", line: 4, purpose: .certificate, serial: forged.serial,
                    at: StoppedClock.noon)
            ])
        try desk.ledger.close()
        #expect(try await desk.inspect().findings == report.findings)
    }

    @Test("at the end of a log that was ended in order, nothing is under way")
    func unrecordedAtEnd() async throws {
        let desk = try await SigningHouse()
        _ = try await desk.signForgery()
        try desk.ledger.close()
        #expect(try await desk.inspect().findings.count == 1)
    }

    @Test("what was signed in vain is written down as that")
    func abandoned() async throws {
        let desk = try await SigningHouse { FailingDatabase($0) }
        let store = try #require(desk.house.registry.database as? FailingDatabase)
        var failures = 0
        for statement in 1...40 {
            store.arm(at: statement)
            do {
                try await desk.place()
            } catch is FailingDatabase.Failure {
                failures += 1
            }
            if !store.disarm() { break }
        }
        #expect(failures > 3)
        let report = try await desk.inspect()
        #expect(report.findings == [])
        #expect(report.abandoned > 3)
        #expect(report.interrupted == 0)
    }

    @Test("a certificate that no log knows of is named")
    func unsigned() async throws {
        let desk = try await SigningHouse()
        let other = desk.newLedger("second")
        let registry = try await desk.registry(writing: other)
        let wish = try OrderWish.sample(authority: registry.authority)
        let placed = try await OrderDesk(registry: registry).place(
            wish, for: try await desk.house.administrator)
        #expect(try await desk.inspect().findings == [])
        try FileManager.default.removeItem(at: desk.file("second"))
        #expect(
            try await desk.inspect().findings == [
                .unsigned(table: "certificates", id: placed.certificate.id.rawValue)
            ])
    }

    @Test("a log that the seals know is missed, and known for cut or replaced")
    func marks() async throws {
        let desk = try await SigningHouse()
        try await desk.place()
        let mark = try #require(try desk.ledger.newMark())
        #expect(mark.records == 5)
        #expect(try desk.ledger.newMark() == nil)
        _ = try await desk.sealing.runOnce(ledger: mark.text)
        #expect(try await desk.inspect().findings == [])
        let file = desk.file("first")
        let whole = try String(contentsOf: file, encoding: .utf8)
        let lines = whole.split(separator: "\n")
        try Data((lines.dropLast().joined(separator: "\n") + "\n").utf8).write(to: file)
        #expect(
            try await desk.inspect().findings.contains(
                .logCut("first", records: 4, known: 5)))
        try Data(whole.replacing("\"at\":1", with: "\"at\":2").utf8).write(to: file)
        #expect(
            try await desk.inspect().findings.contains(.logAltered("first", line: 0)))
        try FileManager.default.removeItem(at: file)
        let report = try await desk.inspect()
        #expect(report.findings == [.logMissing("first", known: 5)])
        // A file has one node, and no other has its logs.
        let isShared = desk.house.registry.database.dialect == .postgres
        #expect(report.isOnlyIncomplete == isShared)
        #expect(report.older == 0)
        #expect(report.unlogged == 3)
    }

    @Test("what a server signs, records and seals during an inspection is no finding")
    func beside() async throws {
        let desk = try await SigningHouse { ReadInterveningDatabase($0) }
        let database = try #require(desk.house.registry.database as? ReadInterveningDatabase)
        try await desk.place()
        let other = try await desk.registry(writing: desk.newLedger("second"))
        for reading in 1...11 {
            database.before(reading: reading) {
                try await desk.place("n\(reading).example.com")
                if let mark = try desk.ledger.newMark() {
                    _ = try await desk.sealing.runOnce(ledger: mark.text)
                }
                try await desk.place("m\(reading).example.com", with: other)
            }
            #expect(try await desk.inspect().findings == [], "before reading \(reading)")
            database.disarm()
        }
        #expect(database.deedsCount > 5)
    }

    @Test("a line that a dying process did not finish is of nothing that was released")
    func torn() async throws {
        let desk = try await SigningHouse()
        let file = desk.file("first")
        var text = try String(contentsOf: file, encoding: .utf8)
        text += "{\"number\":3,\"at\":17676"
        try Data(text.utf8).write(to: file)
        #expect(try await desk.inspect().findings == [])
    }

    @Test("lines that were lost with the machine's power explain certificates of that time")
    func lostWithPower() async throws {
        let desk = try await SigningHouse()
        let before = try Data(contentsOf: desk.file("first"))
        desk.advance(seconds: 2)
        try await desk.place()
        try before.write(to: desk.file("first"))
        desk.advance(seconds: 60)
        // The same start of the machine: then nothing can be lost.
        let same = try await desk.registry(writing: desk.newLedger("second"))
        try await desk.place("b.example.com", with: same)
        #expect(try await desk.inspect().findings.count == 1)
        let next = try await desk.registry(writing: desk.newLedger("third", boot: "another"))
        try await desk.place("c.example.com", with: next)
        let report = try await desk.inspect()
        #expect(report.findings == [])
        #expect(report.lostWithPower == 1)
    }
}

/// An installation whose keeper writes into a log.
private struct SigningHouse {
    let folder: ScratchFolder
    let clock: StoppedClock
    let ledger: SigningLedger
    let house: SampleInstallation

    init(wrap: (any Database) -> any Database = { $0 }) async throws {
        folder = try ScratchFolder()
        clock = StoppedClock()
        let clock = clock.wall
        ledger = SigningLedger(folder: folder.url, name: "first", boot: "one", now: { clock.now })
        house = try await SampleInstallation(
            keeper: WitnessedKeeper(try FixedKeeper(), ledger: ledger), wrap: wrap)
    }

    func file(_ name: String) -> URL {
        folder.url.appending(path: "\(name).\(SigningLedger.fileExtension)")
    }

    func newLedger(_ name: String, boot: String = "one") -> SigningLedger {
        let clock = clock.wall
        return SigningLedger(folder: folder.url, name: name, boot: boot, now: { clock.now })
    }

    func advance(seconds: TimeInterval) {
        clock.advance(seconds: seconds)
        house.clock.advance(seconds: seconds)
    }

    /// As a server that was started anew would have it.
    func registry(writing ledger: SigningLedger) async throws -> Registry {
        let old = house.registry
        let authority = try await CertificateAuthority(
            from: old.database, keeper: WitnessedKeeper(try FixedKeeper(), ledger: ledger),
            serials: house.chance, publication: SampleInstallation.publication)
        return Registry(
            database: old.database, authority: authority, clock: old.clock, tokens: old.tokens,
            publication: old.publication, secrets: old.secrets, auditKey: old.auditKey,
            control: old.control, steps: old.steps)
    }

    var sealing: AuditSealing {
        AuditSealing(
            database: house.registry.database, key: house.registry.auditKey,
            clock: house.registry.clock)
    }

    @discardableResult
    func place(
        _ commonName: String = "www.example.com", with registry: Registry? = nil
    ) async throws -> ID<Order> {
        let registry = registry ?? house.registry
        let wish = try OrderWish.sample(authority: registry.authority) {
            $0.commonName = commonName
        }
        return try await OrderDesk(registry: registry).place(
            wish, for: try await house.administrator
        ).order.id
    }

    func reissue(_ id: ID<Order>) async throws -> Placement {
        try await FurtherDesk(registry: house.registry).request(
            FurtherWish(
                certificate: try .sample(
                    ProductCatalog.product("ssl_plus")!, authority: house.registry.authority),
                approval: .skip, comments: nil, filing: .reissue,
                control: ControlWish(method: .dnsTXT)), on: id, for: try await house.administrator)
    }

    /// Has the key sign what was never ordered: a certificate of ours with another serial number.
    func signForgery() async throws -> (serial: String, digest: [UInt8]) {
        let issuer = try await house.registry.database.read { try $0.issuers().last! }
        let signed = try SignedCertificate(der: issuer.der)
        let serial = [UInt8](hexadecimal: signed.serial.hex)!
        let start = signed.der.firstRange(of: serial)!.lowerBound
        // Outer header of four octets, then the part that is signed with a header of four.
        let length = 4 + Int(signed.der[6]) << 8 + Int(signed.der[7])
        var octets = Array(signed.der[4..<4 + length])
        octets[start - 4 + serial.count - 1] ^= 0xFF
        let key = try await house.keeper.keys().last!.identifier
        _ = try await house.keeper.sign(octets, with: key, over: .sha256)
        var forged = serial
        forged[forged.count - 1] ^= 0xFF
        return (forged.hexadecimal, Signing.digest(of: octets))
    }

    func inspect() async throws -> SigningReport {
        try await SigningInspection(
            database: house.registry.database, folders: [folder.url]
        ).run()
    }
}
