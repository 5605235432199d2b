import Foundation
import Issuance
import OrderCore
import Storage
import TestKit
import Testing

@testable import Registration

@Suite struct ResponderTests {
    private func owned(_ house: House) async throws -> [OwnCertificate] {
        let issuer = house.registry.authority.roster.defaultID
        return try await house.store.read {
            try $0.ownCertificates(of: issuer, for: .ocsp, lastingBeyond: .distantPast)
        }
    }

    @Test("each issuer has a responder, which another start with the same keys finds again")
    func made() async throws {
        let house = try await House()
        let issuers = house.registry.authority.signers.map(\.id)
        #expect(issuers.count == 2)
        let now = house.registry.clock.now
        #expect(house.registry.responders.responder(for: issuers, at: now) == nil)
        #expect(try await house.registry.renewResponders() == 2)
        #expect(try await house.registry.renewResponders() == 0)
        let again = house.registry.served(by: house.store)
        #expect(try await again.renewResponders() == 0)
        for issuer in issuers {
            let one = house.registry.responders.responder(for: [issuer], at: now)
            let other = again.responders.responder(for: [issuer], at: now)
            #expect(one?.certificate == other?.certificate)
            #expect(one != nil)
        }
    }

    @Test("a responder is renewed long before its end")
    func renewed() async throws {
        let house = try await House()
        try await house.registry.renewResponders()
        let first = try #require(try await owned(house).first)
        house.installation.clock.advance(days: 19)
        #expect(try await house.registry.renewResponders() == 0)
        house.installation.clock.advance(days: 2)
        #expect(try await house.registry.renewResponders() == 2)
        let second = try #require(try await owned(house).first)
        #expect(second.validTill.timeIntervalSince(first.validTill) == 21 * 86_400)
        let issuer = house.registry.authority.roster.defaultID
        let current = house.registry.responders.responder(
            for: [issuer], at: house.registry.clock.now)
        #expect(current?.certificate.der == second.der)
    }

    @Test("one that a clock ahead of time made is not used before its time, after a start either")
    func ahead() async throws {
        let house = try await House()
        let issuer = house.registry.authority.roster.defaultID
        house.installation.clock.advance(days: 2)
        try await house.registry.renewResponders()
        house.installation.clock.advance(days: -2)
        let again = house.registry.served(by: house.store)
        for registry in [house.registry, again] {
            let now = registry.clock.now
            #expect(registry.responders.responder(for: [issuer], at: now) == nil)
            try await registry.renewResponders()
            let responder = try #require(registry.responders.responder(for: [issuer], at: now))
            #expect(responder.certificate.validity.notBefore <= now)
        }
    }
}
