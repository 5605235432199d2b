import Foundation
import Issuance
import OrderCore
import Registration
import Storage
import TestKit
import Testing

/// Between a precertificate and its certificate everything may fail: nothing is lost, and no serial
/// number stands in two certificates.
@Suite struct LoggedFaultTests {
    @Test("the store fails at statement 1, 2, 3 …: the order is there whole, or not at all")
    func store() async throws {
        var statement = 1
        var wasPending = 0
        var wasRefused = 0
        while true {
            let logged = try await LoggedHouse { FailingDatabase($0) }
            let store = try #require(logged.house.store as? FailingDatabase)
            store.arm(at: statement)
            do {
                let placed = try await logged.house.place()
                if placed.order.state == .pending { wasPending += 1 }
            } catch is FailingDatabase.Failure {
                wasRefused += 1
                #expect(try await logged.precertificates() == [], "statement \(statement)")
                #expect(logged.logs.map(\.count) == [0, 0, 0], "statement \(statement)")
            }
            let hasFailed = store.disarm()
            if try await logged.house.order(1) != nil {
                try await logged.workLater()
                #expect(try await logged.house.state(1) == .issued, "statement \(statement)")
                let certificates = try await logged.house.certificates(1)
                let precertificates = try await logged.precertificates()
                #expect(precertificates.map(\.serial) == certificates.map { $0.issuance?.serial })
                #expect(try logged.loggers(of: certificates[0]).count == 3)
                #expect(try await logged.submissions() == 0)
                // Each log has one entry, however often it was asked.
                #expect(logged.logs.map(\.count) == [1, 1, 1], "statement \(statement)")
            }
            guard hasFailed else { break }
            statement += 1
        }
        #expect(wasPending > 5)
        #expect(wasRefused > 5)
    }

    @Test("timestamps that are settled stay, whoever goes on")
    func settled() async throws {
        let logged = try await LoggedHouse()
        logged.become(.failing(status: 500))
        let id = try await logged.house.place().order.id
        let precertificate = try await logged.precertificates()[0]
        logged.become(.honest)
        // Somebody settled them, and died.
        let path = logged.house.registry.authority.roster.path(from: precertificate.issuerID)
        let chain = [try SignedCertificate(der: precertificate.der)] + path
        let timestamps = try TimestampList([try logged.logs[0].add(chain)])
        try await logged.house.store.write {
            try $0.settle(timestamps.octets, of: precertificate.id)
        }
        await #expect(throws: StorageProblem.changedMeanwhile) {
            try await logged.house.store.write { try $0.settle([1], of: precertificate.id) }
        }
        logged.become(.failing(status: 500))
        try await logged.workLater()
        #expect(try await logged.house.state(id) == .issued)
        #expect(try logged.loggers(of: try await logged.house.certificates(id)[0]) == ["alpha"])
    }

    @Test("two nodes at once make one certificate")
    func twoNodes() async throws {
        let logged = try await LoggedHouse()
        logged.become(.failing(status: 500))
        let house = logged.house
        let id = try await house.place().order.id
        logged.become(.honest)
        house.installation.clock.advance(seconds: 70)
        let now = house.registry.clock.now
        let submission = try #require(
            try await house.store.write { try $0.claimSubmissions(at: now) }.first)
        #expect(try await house.store.write { try $0.claimSubmissions(at: now) }.isEmpty)
        // The lease is over, and the first one is not done.
        house.installation.clock.advance(seconds: 70)
        async let first = house.logWorker.runOnce()
        async let second = house.logWorker.runOnce()
        _ = try await (first, second)
        #expect(submission.attempts == 2)
        #expect(try await house.state(id) == .issued)
        #expect(try await logged.precertificates().map(\.state) == [.issued])
    }

    @Test("every signature is of something recorded, precertificates among it")
    func signatures() async throws {
        let folder = try ScratchFolder()
        let clock = StoppedClock()
        let wall = clock.wall
        let ledger = SigningLedger(
            folder: folder.url, name: "first", boot: "one", now: { wall.now })
        let logged = try await LoggedHouse(
            keeper: WitnessedKeeper(try FixedKeeper(), ledger: ledger))
        _ = try await logged.house.place()
        logged.logs[0].become(.failing(status: 500))
        _ = try await logged.house.place("b.example.com")
        let canceled = try await logged.house.place("c.example.com").order.id
        try await logged.house.cancel(canceled)
        try await logged.workLater()
        logged.become(.honest)
        try await logged.workLater()
        try ledger.close()
        let report = try await SigningInspection(
            database: logged.house.store, folders: [folder.url]
        ).run()
        #expect(report.findings == [])
        #expect(report.abandoned == 0)
        #expect(report.interrupted == 0)
        // The root, the issuing authority and its first list; three precertificates, two
        // certificates.
        #expect(report.signatures == 8)
    }
}
