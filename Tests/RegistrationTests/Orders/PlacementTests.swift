import Foundation
import OrderCore
import Registration
import Storage
import TestKit
import Testing

@Suite struct PlacementTests {
    @Test("with everything proved and approved, the certificate is issued at once")
    func atOnce() async throws {
        let house = try await House()
        let placement = try await house.place()
        #expect(placement.order.state == .issued)
        #expect(placement.request.state == .approved)
        #expect(placement.certificate.standing == .issued)
        #expect(placement.domains.domains == [])
        #expect(
            placement.chain.map(\.commonName) == [
                "www.example.com", "Example Organization Issuing CA 1",
                "Example Organization Root CA",
            ])
        #expect(try await house.effectsCount() == 0)
    }

    @Test("what is answered is what is kept")
    func answer() async throws {
        let house = try await House()
        let placement = try await house.place(approval: .ask)
        let file = try await house.orders.file(.id(placement.order.id), for: house.administrator)
        #expect(file.order == placement.order)
        #expect(file.certificate == placement.certificate)
        #expect(file.requests == [placement.request])
    }

    @Test("the order begins with its certificate and lasts as long as it was asked for")
    func term() async throws {
        let house = try await House()
        let placement = try await house.place()
        let issuance = try #require(placement.certificate.issuance)
        #expect(
            try await house.order(placement.order.id)?.term
                == Order.Term(
                    issuedAt: StoppedClock.noon, validFrom: issuance.validFrom,
                    validTill: OrderLength.years(1).end(from: StoppedClock.noon)))
    }

    @Test("approved but unproved, it waits, and its names share one value to publish")
    func outstanding() async throws {
        let house = try await House()
        let placement = try await house.place(
            "www.other.org", ["third.net", "a.third.net", "www.example.com"])
        #expect(placement.order.state == .pending)
        #expect(placement.certificate.standing == .pending)
        #expect(placement.domains.domains.map(\.name) == ["www.other.org", "third.net"])
        let tokens = placement.domains.domains.map(\.control.token?.value)
        let value = try #require(placement.domains.randomValue)
        #expect(tokens == [value, value])
        #expect(placement.chain.count == 0)
        #expect(try await house.effectsCount() == 1)
    }

    @Test("a method without a value to publish shows none")
    func mail() async throws {
        let house = try await House()
        let placement = try await house.place(House.unproved) {
            $0.control = ControlWish(method: .email)
        }
        #expect(placement.domains.domains.map(\.control.token) == [nil])
        #expect(placement.domains.randomValue == nil)
    }

    @Test("not approved, it waits for an approver and nothing is signed")
    func approval() async throws {
        let house = try await House()
        let placement = try await house.place(approval: .ask)
        #expect(placement.order.state == .needsApproval)
        #expect(placement.request.state == .pending)
        #expect(placement.certificate.standing == .pending)
        #expect(try await house.effectsCount() == 0)
    }

    @Test("who may not approve cannot skip the approval")
    func skipping() async throws {
        let house = try await House()
        let user = try await house.caller(.standardUser)
        let placement = try await house.place(approval: .skip, for: user)
        #expect(placement.order.state == .needsApproval)
        #expect(placement.order.userID == user.user.id)
    }

    @Test("a length that cannot be had is refused before anything is written")
    func length() async throws {
        let house = try await House()
        let before = try await house.store.dump()
        let certificate = try CertificateWish.lasting(days: 398, house)
        await #expect(
            throws: Refusal(
                .invalidValue("certificate.cert_validity"),
                "certificate.cert_validity is longer than 397 days, the most")
        ) {
            try await house.place { wish in
                wish.length = .years(3)
                wish.certificate = certificate
            }
        }
        #expect(try await house.store.dump() == before)
    }

    @Test("an organization or container that is not there is refused")
    func parties() async throws {
        let house = try await House()
        await #expect(
            throws: Refusal(
                .invalidValue("organization.id"),
                "organization.id is 4711, which is no active organization")
        ) { try await house.place { $0.organization = .known(4711) } }
        await #expect(
            throws: Refusal(
                .invalidValue("container.id"), "container.id is 4711, which is no active container")
        ) { try await house.place { $0.containerID = 4711 } }
    }

    @Test("the answer tells of the order as it is kept")
    func kept() async throws {
        let house = try await House()
        let placed = try await house.place()
        #expect(try await house.order(placed.order.id) == placed.order)
    }

    @Test("a value that has expired is replaced before it is shown again")
    func freshValue() async throws {
        let house = try await House()
        let first = try await house.place(House.unproved)
        house.installation.clock.advance(days: DomainControl.tokenLifetimeDays + 1)
        let second = try await house.place(House.unproved, ["third.net"])
        #expect(first.domains.randomValue != second.domains.randomValue)
        let now = house.registry.clock.now
        #expect(second.domains.domains.allSatisfy { $0.control.token!.expiresAt > now })
    }
}

extension CertificateWish {
    fileprivate static func lasting(days: Int, _ house: House) throws -> CertificateWish {
        try .sample(ProductCatalog.product("ssl_plus")!, authority: house.registry.authority) {
            $0.validity = .days(days)
        }
    }
}
