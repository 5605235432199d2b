import Foundation
import OrderCore
import Registration
import Storage
import TestKit
import Testing

/// What is late, and what ends a moment later than something else.
@Suite struct OverdueTests {
    @Test(
        "what ended while nobody was there is reissued for 90 days", arguments: [(89, 2), (91, 1)])
    func overdue(days: Int, count: Int) async throws {
        let house = try await House()
        let order = try await house.place {
            $0.settings.autoReissue = true
            $0.length = .years(3)
        }.order.id
        let end = try #require(try await house.certificates(order).last?.issuance?.validTill)
        let now = house.registry.clock.now
        house.installation.clock.advance(days: Span.days(from: now, to: end) + days)
        _ = try await house.domains.validate("example.com", of: house.administrator.account.id)
        _ = try await house.organizations.validate(1, [.ov])
        try await UpkeepTests.work(house, days: [])
        #expect(try await house.certificates(order).count == count)
    }

    @Test("a certificate that was to last for some days lasts for as many when it is reissued")
    func kept() async throws {
        let house = try await House()
        let authority = house.registry.authority
        let certificate = try CertificateWish.sample(
            ProductCatalog.product("ssl_plus")!, authority: authority
        ) { $0.validity = .days(20) }
        let order = try await house.place {
            $0.settings.autoReissue = true
            $0.certificate = certificate
        }.order.id
        house.installation.clock.advance(days: 14)
        try await UpkeepTests.work(house, days: [])
        let last = try #require(try await house.certificates(order).last)
        #expect(last.kind == .reissue)
        let issuance = try #require(last.issuance)
        #expect(Span.days(from: house.registry.clock.now, to: issuance.validTill) == 20)
    }

    @Test("an order that ends some milliseconds after its certificate does not go on")
    func milliseconds() async throws {
        let house = try await House()
        try await UpkeepTests.work(house)
        house.installation.clock.advance(seconds: 0.25)
        _ = try await house.place { $0.length = .days(95) }
        house.installation.clock.advance(days: 60)
        try await UpkeepTests.work(house)
        let body = try await UpkeepTests.messages(house).last?.body
        #expect(body?.contains("Renew the order to have another certificate.") == true)
    }
}
