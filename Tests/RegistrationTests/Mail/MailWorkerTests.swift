import Foundation
import Logging
import OrderCore
import Registration
import Storage
import Synchronization
import TestKit
import Testing

@Suite struct MailWorkerTests {
    /// Keeps the letters, or fails as long as it is told to.
    private final class Pouch: MailCarrier {
        struct Closed: Error {}

        let letters = Mutex<[Letter]>([])
        let isClosed = Mutex(false)

        func carry(_ letter: Letter) async throws {
            if isClosed.withLock({ $0 }) { throw Closed() }
            letters.withLock { $0.append(letter) }
        }
    }

    private func queue(_ house: House, subject: String = "Soon", once: String? = nil) async throws {
        let now = house.registry.clock.now
        let account = house.administrator.account.id
        try await house.store.write { tx in
            try tx.insert(
                NewMessage(
                    accountID: account, recipient: "ops@example.com", subject: subject,
                    body: "It ends.", createdAt: now, once: once))
        }
    }

    private func worker(_ house: House, _ carrier: (any MailCarrier)?) -> MailWorker {
        MailWorker(
            registry: house.registry, carrier: carrier, sender: "ca@example.com",
            logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
    }

    private func waiting(_ house: House) async throws -> [Message] {
        try await house.store.read { try $0.waitingMessages(max: 10) }
    }

    @Test("a message is sent once, in the form of mail")
    func sending() async throws {
        let house = try await House()
        let pouch = Pouch()
        try await queue(house, subject: "Grüße\nBcc: everyone@example.com")
        _ = try await worker(house, pouch).runOnce()
        let none = try await worker(house, pouch).runOnce()
        #expect(none == 0)
        let letters = pouch.letters.withLock { $0 }
        #expect(
            letters.map(\.text) == [
                """
                From: ca@example.com
                To: ops@example.com
                Subject: =?utf-8?B?R3LDvMOfZUJjYzogZXZlcnlvbmVAZXhhbXBsZS5jb20=?=
                Date: Mon, 05 Jan 2026 12:00:00 +0000
                Message-ID: <message-1-1767614400000@example.com>
                Auto-Submitted: auto-generated
                MIME-Version: 1.0
                Content-Type: text/plain; charset=utf-8
                Content-Transfer-Encoding: 8bit

                It ends.

                """
            ])
        #expect(try await waiting(house) == [])
    }

    @Test("a message whose worker died while sending it is not sent again, and is seen")
    func crash() async throws {
        let box = FailingBox()
        let house = try await House(wrap: { box.wrap($0) })
        let pouch = Pouch()
        try await queue(house)
        let database = try #require(box.database)
        // Due, set aside, claimed, read, handed over; then it is sent, and the note of it fails.
        database.arm(at: 6)
        await #expect(throws: (any Error).self) { try await worker(house, pouch).runOnce() }
        #expect(database.disarm())
        house.installation.clock.advance(seconds: Message.leaseSeconds + 1)
        _ = try await worker(house, pouch).runOnce()
        try await worker(house, pouch).begin()
        _ = try await worker(house, pouch).runOnce()
        #expect(pouch.letters.withLock { $0.count } == 1)
        let failures = try await waiting(house).map(\.failure)
        #expect(
            failures == [
                "the server stopped while it was being sent; "
                    + "it may have left, and is not sent again"
            ])
    }

    @Test("without a carrier a message waits, and is sent when there is one")
    func waitingForCommand() async throws {
        let house = try await House()
        try await queue(house)
        _ = try await worker(house, nil).runOnce()
        let none = try await worker(house, nil).runOnce()
        #expect(none == 0)
        let failures = try await waiting(house).map(\.failure)
        #expect(failures == ["no mail command is configured"])
        let pouch = Pouch()
        try await worker(house, pouch).begin()
        _ = try await worker(house, pouch).runOnce()
        #expect(pouch.letters.withLock { $0.count } == 1)
        #expect(try await waiting(house) == [])
    }

    @Test("a message that is not taken is tried again later, and given up in the end")
    func failing() async throws {
        let house = try await House()
        let pouch = Pouch()
        pouch.isClosed.withLock { $0 = true }
        try await queue(house)
        _ = try await worker(house, pouch).runOnce()
        let tooSoon = try await worker(house, pouch).runOnce()
        #expect(tooSoon == 0)
        for _ in 2...Message.attemptsMax {
            house.installation.clock.advance(seconds: 3600)
            _ = try await worker(house, pouch).runOnce()
        }
        house.installation.clock.advance(days: 30)
        let givenUp = try await worker(house, pouch).runOnce()
        #expect(givenUp == 0)
        let attempts = try await waiting(house).map(\.attempts)
        #expect(attempts == [Message.attemptsMax])
    }

    @Test("what is to be said once is queued once")
    func once() async throws {
        let house = try await House()
        for _ in 1...2 { try await queue(house, once: "expiry 1 30") }
        for _ in 1...2 { try await queue(house) }
        #expect(try await waiting(house).count == 3)
    }
}
