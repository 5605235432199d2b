import Foundation
import Issuance
import OrderCore
import Registration
import TestKit
import Testing

/// An authority whose own certificate has ended.
@Suite struct EndedAuthorityTests {
    @Test("orders that it would sign are refused with that, and others are not")
    func refused() async throws {
        let sample = try await SampleAuthorities()
        let short = try await sample.create("Short CA") { $0.days = 10 }
        _ = try await sample.desk.choose(short.id, for: [])
        try await sample.notice()
        sample.house.installation.clock.advance(days: 11)
        let end = short.certificate.validity.notAfter.formatted(.iso8601)
        let refusal = await #expect(throws: Refusal.self) { try await sample.issued() }
        #expect(refusal?.message.contains("\"Short CA\", ended on \(end)") == true)
        let wished = await #expect(throws: Refusal.self) {
            try await sample.issued(wishing: short.id)
        }
        #expect(wished?.message.contains("ended on \(end)") == true)
        #expect(try await sample.issuer(wishing: 2) == 2)
        await #expect(throws: AuthorityRefusal.ended("Short CA", on: end)) {
            try await sample.desk.choose(short.id, for: [])
        }
        _ = try await sample.desk.retire(short.id)
        await #expect(throws: AuthorityRefusal.ended("Short CA", on: end)) {
            try await sample.desk.reinstate(short.id)
        }
    }
}
