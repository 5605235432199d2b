import Foundation
import Issuance
import OrderCore
import Storage
import TestKit
import Testing

@testable import Registration

@Suite struct CRLMakerTests {
    private let house: House
    private let clock: StoppedClock

    init() async throws {
        house = try await House()
        clock = house.installation.clock
        // The lists of the root and of the first part.
        try await CRLMaker(registry: house.registry).makeDue()
    }

    private var maker: CRLMaker { CRLMaker(registry: house.registry) }
    private var issuer: ID<CACertificate> { house.registry.authority.roster.defaultID }

    private func revoke(_ order: ID<Order>) async throws {
        let wish = RevocationWish(reason: .keyCompromise, comments: nil, approval: .skip)
        _ = try await house.revocations.revokeOrder(order, wish, for: house.administrator)
    }

    private func list(part: Int = 0) async throws -> (mark: CRLMark, der: [UInt8]) {
        let mark = try await house.store.read { [issuer] in
            try $0.crlMark(of: issuer, number: part)
        }
        let id = try #require(mark).partitionID
        return try #require(try await house.store.read { try $0.crl(id) })
    }

    /// What openssl reads in the current list.
    private func text(part: Int = 0) async throws -> String {
        let folder = try ScratchFolder()
        try folder.write("list.der", try await list(part: part).der)
        return try Command.openssl.succeed(
            ["crl", "-inform", "DER", "-in", "list.der", "-noout", "-text"], in: folder.url)
    }

    private func serial(_ order: ID<Order>) async throws -> String {
        let certificate = try #require(try await house.certificates(order).first)
        return try #require(certificate.issuance).serial.hexadecimal
    }

    @Test("a revocation is on the list within the time that is promised, and on no list before")
    func revocation() async throws {
        let order = try await house.place().order.id
        #expect(try await maker.makeDue() == 0)
        try await revoke(order)
        #expect(try await maker.makeDue() == 0, "revocations of a second are gathered")
        clock.advance(seconds: CRLSchedule.gatheringSeconds)
        #expect(try await maker.makeDue() == 1)
        #expect(
            CRLSchedule.gatheringSeconds + Double(StatusWorker.idleSeconds)
                < Double(CRLSchedule.visibleSecondsMax))
        let text = try await text()
        #expect(text.contains("Serial Number: \(try await serial(order))"))
        #expect(text.contains("Key Compromise"))
        #expect(try await list().mark.number == Int64(clock.wall.now.timeIntervalSince1970))
        #expect(try await maker.makeDue() == 0)
    }

    @Test("a list is made anew each day, and holds for a week")
    func schedule() async throws {
        let first = try await list().mark
        #expect(first.nextUpdate.timeIntervalSince(first.thisUpdate) == CRLSchedule.validitySeconds)
        clock.advance(seconds: CRLSchedule.renewalSeconds - 1)
        #expect(try await maker.makeDue() == 0)
        clock.advance(seconds: 1)
        #expect(try await maker.makeDue() == 2)
        let second = try await list().mark
        #expect(second.number == first.number + Int64(CRLSchedule.renewalSeconds))
        #expect(second.thisUpdate == clock.wall.now)
    }

    @Test("a revocation that comes while a list is made asks for the next one")
    func meanwhile() async throws {
        let orders = [try await house.place().order.id, try await house.place().order.id]
        try await revoke(orders[0])
        clock.advance(seconds: CRLSchedule.gatheringSeconds)
        let now = clock.wall.now
        let claims = try await house.store.write { try $0.claimCRLs(at: now) }
        let claim = try #require(claims.first)
        #expect(claims.count == 1)
        #expect(try await house.store.write { try $0.claimCRLs(at: now) }.isEmpty)
        try await revoke(orders[1])
        try await house.store.write {
            try $0.release(claim, due: now.addingTimeInterval(CRLSchedule.renewalSeconds))
        }
        clock.advance(seconds: CRLSchedule.gatheringSeconds)
        #expect(try await maker.makeDue() == 1)
        let text = try await text()
        for order in orders { #expect(text.contains(try await serial(order))) }
    }

    @Test("of two lists made at once one is kept, and both are told of")
    func rivals() async throws {
        let (previous, der) = try await list()
        let next = CRLMark(
            partitionID: previous.partitionID, number: previous.number + 1,
            thisUpdate: clock.wall.now, nextUpdate: clock.wall.now)
        let kept = try await house.store.write { tx in
            [
                try tx.replace(previous, by: next, der: der),
                try tx.replace(previous, by: next, der: [0x30, 0]),
                try tx.replace(nil, by: next, der: [0x30, 0]),
            ]
        }
        #expect(kept == [true, false, false])
        #expect(try await list().der == der)
    }

    @Test("an entry is on one list after its certificate ended, and then on none")
    func ended() async throws {
        let order = try await house.place().order.id
        let serial = try await serial(order)
        let end = try #require(try await house.certificates(order)[0].issuance).validTill
        try await revoke(order)
        clock.advance(seconds: end.timeIntervalSince(clock.wall.now) + 1)
        try await maker.makeDue()
        #expect(try await text().contains(serial))
        clock.advance(seconds: CRLSchedule.renewalSeconds)
        try await maker.makeDue()
        #expect(try await text().contains("No Revoked Certificates"))
    }

    @Test(
        "a clock that was ahead of time leaves neither lists of the future nor entries out",
        arguments: [0.2, 400, 4000])
    func ahead(days: Double) async throws {
        let order = try await house.place().order.id
        let serial = try await serial(order)
        try await revoke(order)
        clock.advance(seconds: CRLSchedule.gatheringSeconds)
        try await maker.makeDue()
        let seconds = days * 86_400
        clock.advance(seconds: seconds)
        for _ in 1...3 {
            clock.advance(seconds: CRLSchedule.renewalSeconds)
            try await maker.makeDue()
        }
        let future = try await list().mark
        clock.advance(seconds: -seconds - 3 * CRLSchedule.renewalSeconds)
        #expect(try await maker.makeDue() == 2)
        let (mark, _) = try await list()
        #expect(mark.thisUpdate == clock.wall.now)
        #expect(mark.number == future.number + 1)
        #expect(try await text().contains(serial))
        #expect(try await maker.makeDue() == 0)
    }

    @Test("a number is above the one before, and none that could have been given before a restore")
    func numbers() {
        let now = Date(timeIntervalSince1970: 1000)
        #expect(CRLSchedule.number(after: nil, at: now) == 1000)
        #expect(CRLSchedule.number(after: 7, at: now) == 1000)
        #expect(CRLSchedule.number(after: 1000, at: now) == 1001)
        #expect(CRLSchedule.number(after: 5000, at: now) == 5001)
    }

    @Test("a full part is followed by the next; certificates and lists say which is theirs")
    func parts() async throws {
        #expect(try await !text().contains("Issuing Distribution Point"))
        let places = CRLPartition.certificatesMax / CRLPartition.placesTaken
        for _ in 1..<places { _ = try await takePlaces() }
        // What this node took first is still in the first part; another node finds it full.
        let node = house.registry.served(by: house.store)
        let place = try await node.crlPlace(for: issuer)
        #expect(place.url == "http://ca.example.com/crl/\(issuer)/1.crl")
        try await maker.makeDue()
        #expect(try await text(part: 0).contains("URI:http://ca.example.com/crl/\(issuer).crl"))
        #expect(try await text(part: 1).contains("URI:http://ca.example.com/crl/\(issuer)/1.crl"))
        let other = House(house, on: node)
        let order = try await other.place().order.id
        let certificate = try #require(try await house.certificates(order).first?.issuance)
        #expect(certificate.crlPartitionID == place.partitionID)
        let folder = try ScratchFolder()
        try folder.write("leaf.der", certificate.der)
        let points = try Command.openssl.succeed(
            [
                "x509", "-inform", "DER", "-in", "leaf.der", "-noout", "-ext",
                "crlDistributionPoints",
            ],
            in: folder.url)
        #expect(points.contains("URI:\(place.url)"))
        try await revoke(order)
        clock.advance(seconds: CRLSchedule.gatheringSeconds)
        try await maker.makeDue()
        #expect(try await text(part: 1).contains(certificate.serial.hexadecimal))
        #expect(try await text(part: 0).contains("No Revoked Certificates"))
    }

    @Test("where lists are published elsewhere from now on, a new part begins")
    func moved() async throws {
        let now = clock.wall.now
        let part = try await house.store.write { [issuer] in
            try $0.takePlaces(for: issuer, published: "http://other.example.com", at: now)
        }
        #expect(part.number == 1)
        #expect(part.publishedURL == "http://other.example.com")
    }

    private func takePlaces() async throws -> CRLPartition {
        let url = house.registry.publication.baseURL
        let now = clock.wall.now
        return try await house.store.write { [issuer] in
            try $0.takePlaces(for: issuer, published: url, at: now)
        }
    }
}
