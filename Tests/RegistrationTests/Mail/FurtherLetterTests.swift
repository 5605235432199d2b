import Issuance
import OrderCore
import Registration
import Storage
import Testing

/// What an order's additional recipients are told.
@Suite struct FurtherLetterTests {
    private static let recipients = ["ops@example.com", "OPS@example.com", "ada@example.com"]

    private static func subjects(_ house: House) async throws -> [String] {
        try await UpkeepTests.messages(house).map { "\($0.recipient): \($0.subject)" }
    }

    private static func letters(_ subject: String) -> [String] {
        ["ops@example.com: \(subject)", "ada@example.com: \(subject)"]
    }

    @Test("a reissue is told of when it is issued, the first certificate is not")
    func reissue() async throws {
        let house = try await House()
        let id = try await house.place { $0.settings.additionalEmails = Self.recipients }.order.id
        #expect(try await Self.subjects(house).isEmpty)
        let issuance = try #require(try await house.reissue(id).certificate.issuance)
        #expect(
            try await Self.subjects(house)
                == Self.letters("The certificate for www.example.com was reissued"))
        let letter = try #require(try await UpkeepTests.messages(house).first)
        #expect(letter.body.contains("Serial number: \(issuance.serial.hexadecimal)"))
    }

    @Test("a duplicate that waits is told of when it is approved and issued")
    func duplicate() async throws {
        let house = try await House()
        let id = try await house.place { $0.settings.additionalEmails = Self.recipients }.order.id
        let waiting = try await house.duplicate(id, approval: .ask)
        #expect(try await Self.subjects(house).isEmpty)
        try await house.decide(waiting.request.id, .approved)
        #expect(
            try await Self.subjects(house)
                == Self.letters("A duplicate of the certificate for www.example.com was issued"))
    }

    @Test("what a worker issues is told of once, and nobody of an order that is to be silent")
    func worker() async throws {
        let house = try await House()
        let id = try await house.place { $0.settings.additionalEmails = Self.recipients }.order.id
        _ = try await house.reissue(id, ["www.example.com", House.unproved])
        #expect(try await Self.subjects(house).isEmpty)
        _ = try await house.domains.validate("other.org", of: house.administrator.account.id)
        try await house.worker.runOnce()
        try await house.worker.runOnce()
        #expect(try await Self.subjects(house).count == 2)
        let silent = try await house.place {
            $0.settings.additionalEmails = Self.recipients
            $0.settings.disableIssuanceEmail = true
        }.order.id
        _ = try await house.reissue(silent)
        #expect(try await Self.subjects(house).count == 2)
    }
}
