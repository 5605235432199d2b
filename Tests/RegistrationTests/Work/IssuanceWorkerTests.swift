import OrderCore
import Registration
import Storage
import TestKit
import Testing

@Suite struct IssuanceWorkerTests {
    @Test("an order that waited for a proof is issued once the domain is validated")
    func domain() async throws {
        let house = try await House()
        let id = try await house.place(House.unproved).order.id
        _ = try await house.worker.runOnce()
        #expect(try await house.state(id) == .pending)
        _ = try await house.domains.validate("other.org", of: house.administrator.account.id)
        _ = try await house.worker.runOnce()
        #expect(try await house.state(id) == .issued)
        #expect(try await house.certificates(id).map(\.standing) == [.issued])
        #expect(try await house.effectsCount() == 0)
    }

    @Test("an order with two names outstanding waits for the second as well")
    func twoDomains() async throws {
        let house = try await House()
        let id = try await house.place(House.unproved, ["third.net"]).order.id
        let account = house.administrator.account.id
        _ = try await house.domains.validate("other.org", of: account)
        _ = try await house.worker.runOnce()
        #expect(try await house.state(id) == .pending)
        _ = try await house.domains.validate("third.net", of: account)
        _ = try await house.worker.runOnce()
        #expect(try await house.state(id) == .issued)
    }

    @Test("an order for a new organization is issued once that is validated")
    func organization() async throws {
        let house = try await House()
        var text = OrganizationText()
        text.name = "Newcomer"
        text.address = "3 Street"
        text.city = "Town"
        text.state = "State"
        text.zip = "1"
        text.country = "us"
        let placed = try await house.place { [text] in $0.organization = .described(text) }
        #expect(placed.order.state == .pending)
        let organization = try #require(placed.order.organizationID)
        _ = try await house.organizations.validate(organization, [.ov])
        _ = try await house.worker.runOnce()
        #expect(try await house.state(placed.order.id) == .issued)
    }

    @Test("a reissue that waited for a proof becomes primary")
    func reissue() async throws {
        let house = try await House()
        let id = try await house.place().order.id
        let reissue = try await house.reissue(id, [House.unproved])
        #expect(try await house.state(id) == .reissuePending)
        _ = try await house.domains.validate("other.org", of: house.administrator.account.id)
        _ = try await house.worker.runOnce()
        let order = try await house.order(id)
        #expect(order?.state == .issued)
        #expect(order?.primaryCertificateID == reissue.certificate.id)
    }

    @Test("a certificate that lints refuse is not issued, and the order goes on waiting")
    func lint() async throws {
        let house = try await House()
        let csr = try await FixedKeeper.requestOfIssuer()
        let wish = try OrderWish.sample(
            "ssl_plus", authority: house.registry.authority, approval: .skip
        ) {
            $0.commonName = House.unproved
            $0.csr = csr
        }
        let id = try await house.orders.place(wish, for: house.administrator).order.id
        _ = try await house.domains.validate("other.org", of: house.administrator.account.id)
        _ = try await house.worker.runOnce()
        #expect(try await house.state(id) == .pending)
        #expect(try await house.certificates(id).map(\.standing) == [.pending])
        #expect(try await house.effectsCount() == 1)
        #expect("\(try await house.store.dump())".contains("chancery_key_not_of_issuer"))
    }

    @Test("with nothing to do, nothing is written")
    func idle() async throws {
        let house = try await House()
        _ = try await house.place()
        let before = try await house.store.dump()
        #expect(try await house.worker.runOnce() == 0)
        #expect(try await house.store.dump() == before)
    }
}
