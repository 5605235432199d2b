import Foundation
import Issuance
import OrderCore
import Storage
import TestKit
import Testing
import Transparency

@testable import Registration

/// Authorities that began seconds ago, as those do that were made elsewhere and brought here.
@Suite struct YoungAuthorityTests {
    static let ageSeconds: TimeInterval = 10

    @Test("what a young authority signs begins with it, and openssl accepts it at once")
    func certificates() async throws {
        let sample = try await SampleAuthorities()
        let issuing = try await sample.takeYoung()
        let certificate = try await sample.issued(wishing: issuing.id)
        let leaf = try SignedCertificate(der: try #require(certificate.issuance).der)
        #expect(leaf.validity.notBefore == issuing.certificate.validity.notBefore)
        #expect(try await sample.verify(certificate) == "leaf: OK\n")
        sample.house.installation.clock.advance(seconds: 600)
        let later = try await sample.issued(wishing: issuing.id)
        let skew = later.issuance.map { $0.issuedAt.timeIntervalSince($0.validFrom) }
        #expect(skew == 300)
    }

    @Test("so do authorities below it, and certificates that it signs for others")
    func authorities() async throws {
        let sample = try await SampleAuthorities()
        let issuing = try await sample.takeYoung()
        let root = try #require(sample.authority.roster[issuing.parentID ?? 0])
        let begin = root.certificate.validity.notBefore
        let below = try await sample.create("Below") { $0.parentID = root.id }
        let foreign = try OpenSSLRoot()
        let cross = try await sample.workshop.crossSign(
            try ForeignAuthority(foreign.certificate), by: root.id, days: nil, pathLength: nil)
        let rolled = try await sample.workshop.roll(
            issuing.id, key: nil, days: nil, keyPlace: .files)
        for made in [below.certificate, cross.certificate, rolled.certificate] {
            #expect(made.validity.notBefore == begin)
            #expect(try sample.verify(made, above: [root.certificate]) == "leaf: OK\n")
        }
    }

    @Test("so do its responder and the server's own certificate")
    func own() async throws {
        let sample = try await SampleAuthorities()
        let issuing = try await sample.takeYoung()
        _ = try await sample.desk.choose(issuing.id, for: [])
        try await sample.notice()
        let registry = sample.house.registry
        try await registry.renewResponders()
        let responder = try #require(
            registry.responders.responder(for: [issuing.id], at: registry.clock.now))
        let server = try await registry.ownServerCertificate(
            for: [.dns(try HostName("localhost"))])
        let root = try #require(sample.authority.roster[issuing.parentID ?? 0]).certificate
        for own in [responder.certificate, try SignedCertificate(pem: server.chainPEM)] {
            #expect(own.validity.notBefore == issuing.certificate.validity.notBefore)
            #expect(
                try sample.verify(own, above: [issuing.certificate, root]) == "leaf: OK\n")
        }
    }

    @Test("so do precertificates, and the certificates that are made of them")
    func precertificates() async throws {
        let scratch = try ScratchFolder()
        let keeper = try SealedFileKeeper(folder: scratch.url, secret: SampleAuthorities.secret)
        let logged = try await LoggedHouse(keeper: keeper)
        let house = logged.house
        let maker = AuthorityMaker(keeper: keeper, serials: house.installation.chance)
        let root = try await maker.makeRoot(
            .root(try SampleAuthorities.subject("Young Root"), key: .p384),
            now: house.registry.clock.now.addingTimeInterval(-Self.ageSeconds))
        let added = try await house.installation.workshop.install(AuthorityIntake([root]))
        let issuing = try await house.installation.workshop.create(
            NewAuthority.young(below: added[0].id))
        _ = try await house.installation.authorities.choose(issuing.id, for: [])
        try await house.registry.authority.refresh(from: house.store)
        let placed = try await house.place()
        let kept = try await logged.precertificates()
        let precertificate = try SignedCertificate(der: try #require(kept.first).der)
        #expect(precertificate.validity.notBefore == root.validity.notBefore)
        #expect(placed.certificate.issuance?.validFrom == root.validity.notBefore)
        #expect(try logged.loggers(of: placed.certificate).count == 3)
    }

    @Test("an authority that has not begun yet signs nothing, and says why")
    func future() async throws {
        let sample = try await SampleAuthorities()
        let issuing = try await sample.takeYoung()
        let root = try #require(sample.authority.roster[issuing.parentID ?? 0])
        sample.house.installation.clock.advance(seconds: -60)
        await #expect(
            throws: Refusal.invalid(
                "certificate.cert_validity", "does not lie within the issuer's own time")
        ) { try await sample.issued(wishing: issuing.id) }
        let begin = root.certificate.validity.notBefore.formatted(.iso8601)
        await #expect(throws: AuthorityRefusal.notBegun(root.name, at: begin)) {
            try await sample.create("Below") { $0.parentID = root.id }
        }
    }
}

extension SampleAuthorities {
    static func subject(_ name: String) throws -> Subject {
        try Subject([
            .init(.country, "se"), .init(.organization, "Example"), .init(.commonName, name),
        ])
    }

    /// A root and one that issues below it, both of which began seconds ago, brought here. Returns
    /// the one that issues.
    fileprivate func takeYoung() async throws -> CAEntry {
        let begin = house.registry.clock.now.addingTimeInterval(-YoungAuthorityTests.ageSeconds)
        let maker = AuthorityMaker(keeper: keeper, serials: house.installation.chance)
        let root = try await maker.makeRoot(
            .root(try Self.subject("Young Root"), key: .p384), now: begin)
        let above = try Issuance.Issuer(
            certificate: root, keeper: keeper,
            pointers: SampleInstallation.publication.pointers(of: 3))
        let issuing = try await maker.makeIssuing(
            .issuing(try Self.subject("Young CA")), under: above, now: begin)
        let added = try await workshop.install(AuthorityIntake([issuing, root]))
        try await notice()
        return added[1]
    }
}

extension NewAuthority {
    fileprivate static func young(below root: ID<CACertificate>) throws -> NewAuthority {
        var plan = NewAuthority(try SampleAuthorities.subject("Young CA"), role: .issuing)
        plan.parentID = root
        return plan
    }
}
