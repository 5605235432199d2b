import Foundation
import Issuance
import OrderCore
import Storage
import TestKit
import Testing
import Transparency

@testable import Registration

/// Certificates that are shown to logs before they are issued.
@Suite struct LoggedIssueTests {
    private static let all = ["alpha", "beta", "gamma"]

    @Test("where logs answer, an order is issued at once, with their timestamps")
    func atOnce() async throws {
        let logged = try await LoggedHouse()
        let placed = try await logged.house.place()
        #expect(placed.order.state == .issued)
        #expect(placed.chain.count == 3)
        #expect(try logged.loggers(of: placed.certificate) == Self.all)
        let precertificates = try await logged.precertificates()
        #expect(precertificates.map(\.state) == [.issued])
        #expect(precertificates.map(\.serial) == [placed.certificate.issuance?.serial])
        #expect(
            logged.logs.map(\.precertificates)
                == Array(repeating: [precertificates[0].der], count: 3))
        #expect(try await logged.submissions() == 0)
        #expect(try await logged.house.effectsCount() == 0)
        #expect(try await logged.house.certificates(placed.order.id) == [placed.certificate])
    }

    @Test("a shorter certificate has fewer timestamps")
    func fewer() async throws {
        let logged = try await LoggedHouse()
        let placed = try await logged.house.place { $0.length = .days(179) }
        #expect(try logged.loggers(of: placed.certificate).count == 2)
        #expect(logged.logs.map(\.asked).reduce(0, +) == 2)
    }

    @Test("private certificates, and others than for hosts, are no log's business")
    func unlogged() async throws {
        let logged = try await LoggedHouse()
        let own = try await logged.house.place(product: "private_ssl_plus")
        #expect(own.order.state == .issued)
        #expect(try logged.loggers(of: own.certificate) == [])
        for product in ProductCatalog.all {
            #expect(product.isLogged == (product.family == .tls && !product.isPrivate))
        }
        let off = try await logged.house.place { $0.settings.disableCT = true }
        #expect(off.order.state == .issued)
        let signed = try SignedCertificate(der: try #require(off.certificate.issuance).der)
        #expect(signed.timestamps == [])
        #expect(!signed.isPrecertificate)
        #expect(logged.logs.map(\.asked) == [0, 0, 0])
        #expect(try await logged.precertificates() == [])
    }

    @Test(
        "while logs fail, the order waits; when they are back, it is issued",
        arguments: [
            SampleLog.Mood.failing(status: 500), .failing(status: 503, retryAfter: "60"),
            .failing(status: 400), .forging, .strange, .ahead, .babbling,
        ])
    func outage(mood: SampleLog.Mood) async throws {
        let logged = try await LoggedHouse()
        logged.logs[1].become(mood)
        let placed = try await logged.house.place()
        #expect(placed.order.state == .pending)
        #expect(placed.certificate.state == .pending)
        #expect(placed.chain.isEmpty)
        let waiting = try await logged.precertificates()
        #expect(waiting.map(\.state) == [.waiting])
        #expect(waiting.map(\.timestamps) == [nil])
        let failed = try await logged.failed()
        #expect(failed.map(\.orderID) == [placed.order.id])
        #expect(failed.first?.failure.hasPrefix("beta ") == true)
        // Not yet due.
        try await logged.house.logWorker.runOnce()
        #expect(try await logged.house.state(placed.order.id) == .pending)
        try await logged.workLater()
        #expect(try await logged.house.state(placed.order.id) == .pending)
        logged.logs[1].become(.honest)
        try await logged.workLater()
        #expect(try await logged.house.state(placed.order.id) == .issued)
        let certificate = try await logged.house.certificates(placed.order.id)[0]
        #expect(try logged.loggers(of: certificate) == Self.all)
        // The same precertificate all the time.
        let done = try await logged.precertificates()
        #expect(done.map(\.der) == waiting.map(\.der))
        #expect(done.map(\.state) == [.issued])
        #expect(certificate.issuance?.serial == waiting[0].serial)
        #expect(certificate.issuance?.issuedAt == logged.house.registry.clock.now)
        #expect(try await logged.submissions() == 0)
    }

    @Test("logs are asked until they answer, however long that takes")
    func patience() async throws {
        let logged = try await LoggedHouse()
        logged.become(.failing(status: 500))
        let id = try await logged.house.place().order.id
        for _ in 0..<40 { try await logged.workLater(seconds: 400) }
        let attempts = try await logged.failed()
        #expect(attempts.map(\.attempts) == [41])
        logged.become(.honest)
        try await logged.workLater(seconds: 400)
        #expect(try await logged.house.state(id) == .issued)
    }

    @Test("people are told of the next try, not of the end of a lease")
    func nextTry() async throws {
        let logged = try await LoggedHouse()
        logged.become(.failing(status: 500))
        _ = try await logged.house.place()
        let now = logged.house.registry.clock.now
        #expect(try await logged.failed().map(\.nextAt) == [now.addingTimeInterval(2)])
        // Somebody is at it, and has nothing to say yet.
        let later = now.addingTimeInterval(10)
        let claimed = try await logged.house.store.write { try $0.claimSubmissions(at: later) }
        #expect(claimed.count == 1)
        #expect(try await logged.failed(at: later).map(\.nextAt) == [nil])
        // Nobody is any more.
        let over = later.addingTimeInterval(LogSubmission.leaseSeconds)
        #expect(try await logged.failed(at: over).map(\.nextAt) == [over])
    }

    @Test("an approval asks logs, and so does a proof that comes late")
    func otherWays() async throws {
        let logged = try await LoggedHouse()
        let house = logged.house
        let asked = try await house.place(approval: .ask)
        #expect(logged.logs.map(\.asked) == [0, 0, 0])
        try await house.decide(asked.request.id, .approved)
        #expect(try await house.state(asked.order.id) == .issued)

        let late = try await house.place(House.unproved)
        try await house.worker.runOnce()
        #expect(logged.logs.map(\.asked) == [1, 1, 1])
        _ = try await house.domains.validate("other.org", of: house.administrator.account.id)
        try await house.worker.runOnce()
        #expect(try await house.effectsCount() == 0)
        #expect(try await house.state(late.order.id) == .pending)
        try await house.logWorker.runOnce()
        #expect(try await house.state(late.order.id) == .issued)
        for id in [asked.order.id, late.order.id] {
            #expect(try logged.loggers(of: try await house.certificates(id)[0]) == Self.all)
        }
    }

    @Test("reissues and duplicates are logged, as the order says when they are asked for")
    func further() async throws {
        let logged = try await LoggedHouse()
        let house = logged.house
        let id = try await house.place().order.id
        let duplicate = try await house.duplicate(id)
        #expect(try logged.loggers(of: duplicate.certificate) == Self.all)
        let reissue = try await house.reissue(id)
        #expect(try logged.loggers(of: reissue.certificate) == Self.all)
        #expect(try await house.order(id)?.primaryCertificateID == reissue.certificate.id)

        try await house.settings.change(id, for: house.administrator) { $0.disableCT = true }
        #expect(try logged.loggers(of: try await house.duplicate(id).certificate) == [])
        #expect(try logged.loggers(of: try await house.reissue(id).certificate) == [])
        try await house.settings.change(id, for: house.administrator) { $0.disableCT = false }
        #expect(try logged.loggers(of: try await house.reissue(id).certificate) == Self.all)
        let serials = try await logged.serials(of: id)
        #expect(Set(serials).count == 6)
        #expect(try await logged.precertificates().count == 4)
    }

    @Test("a reissue and a duplicate wait for logs")
    func furtherOutage() async throws {
        let logged = try await LoggedHouse()
        let house = logged.house
        let id = try await house.place().order.id
        logged.become(.failing(status: 500))
        let duplicate = try await house.duplicate(id)
        #expect(duplicate.certificate.state == .pending)
        #expect(duplicate.order.state == .issued)
        let reissue = try await house.reissue(id)
        #expect(reissue.order.state == .reissuePending)
        logged.become(.honest)
        try await logged.workLater()
        try await logged.workLater()
        #expect(try await house.certificates(id).map(\.standing) == [.issued, .issued, .issued])
        #expect(try await house.order(id)?.state == .issued)
        #expect(try await house.order(id)?.primaryCertificateID == reissue.certificate.id)
        for certificate in try await house.certificates(id) {
            #expect(try logged.loggers(of: certificate) == Self.all)
        }
    }

    @Test("an order that is canceled while it waits is never issued")
    func canceled() async throws {
        let logged = try await LoggedHouse()
        logged.become(.failing(status: 500))
        let id = try await logged.house.place().order.id
        try await logged.house.cancel(id)
        logged.become(.honest)
        try await logged.workLater()
        #expect(try await logged.house.state(id) == .canceled)
        #expect(try await logged.precertificates().map(\.state) == [.abandoned])
        #expect(try await logged.serials(of: id) == [])
        #expect(try await logged.submissions() == 0)
        #expect(logged.logs.map(\.count) == [0, 0, 0])
    }

    @Test("whoever switches logging off while the order waits gets another certificate, unlogged")
    func switchedOff() async throws {
        let logged = try await LoggedHouse()
        let house = logged.house
        logged.become(.failing(status: 500))
        let id = try await house.place().order.id
        try await house.settings.change(id, for: house.administrator) { $0.disableCT = true }
        try await logged.workLater()
        try await house.worker.runOnce()
        #expect(try await house.state(id) == .issued)
        let precertificate = try await logged.precertificates()[0]
        #expect(precertificate.state == .abandoned)
        let certificate = try await house.certificates(id)[0]
        #expect(try logged.loggers(of: certificate) == [])
        #expect(certificate.issuance?.serial != precertificate.serial)
    }

    @Test("a responder knows what logs were shown")
    func standing() async throws {
        let logged = try await LoggedHouse()
        logged.become(.failing(status: 500))
        _ = try await logged.house.place()
        let precertificate = try await logged.precertificates()[0]
        let standing = try await logged.house.store.read {
            try $0.standing(of: precertificate.serial, issuedBy: [precertificate.issuerID])
        }
        #expect(standing == .good)
        let elsewhere = try await logged.house.store.read {
            try $0.standing(of: precertificate.serial, issuedBy: [99])
        }
        #expect(elsewhere == nil)
    }
}
